import type * as vscode from 'vscode';

import { providerIds, type ProviderId } from '../../core/api/provider';
import { moneyOf } from '../../core/money/providerMoney';
import type { Task } from '../../core/tasks/task';
import { shownPrompt } from '../../protocol/limits';
import type { Localizer } from '../../protocol/localizer';
import type { KeptDraft, Notice, OfferedDraft, PanelState, TaskView } from '../../protocol/panel';
import type { ApiKeys } from '../apiKeys';
import { assetView } from '../assets/assetViews';
import { isFailed } from '../tasks/failedTask';
import { failureView } from './failureView';
import type { HistoryStore } from '../storage/historyStore';
import type { MissingFiles } from '../assets/missingFiles';
import type { PanelReferences } from './panelReferences';
import { providerLabel } from '../providerLabels';
import { foldersOf } from './resourceRoots';
import { readSettings } from '../settings';
import type { TaskList } from '../tasks/taskList';

/** The panel shows the latest pictures; all of them are in the history. */
const MOST_RESULTS = 48;

export interface PanelStatePorts {
  readonly keys: Pick<ApiKeys, 'isReady'>;
  readonly tasks: Pick<TaskList, 'all'>;
  readonly history: Pick<HistoryStore, 'all'>;
  readonly missingFiles: Pick<MissingFiles, 'has'>;
  readonly references: Pick<PanelReferences, 'all'>;
  readonly l10n: Localizer;
}

/** All that the panel shows now. */
export function panelState(
  ports: PanelStatePorts,
  webview: vscode.Webview,
  scope: vscode.Uri | undefined,
  drafts: { readonly kept: KeptDraft | undefined; readonly offered: OfferedDraft | undefined },
): PanelState {
  const { keys, l10n } = ports;
  const settings = readSettings(scope);
  const notice = noticeFor(settings.provider, keys, l10n);
  return {
    provider: settings.provider,
    money: moneyOf(settings.provider, settings),
    providers: providerIds.map((id) => ({
      id,
      label: providerLabel(id, l10n),
      ready: keys.isReady(id),
    })),
    defaultModel: settings.defaultModel,
    defaultFormat: settings.outputFormat,
    references: ports.references.all.map(({ id, uri, size }) => ({
      id,
      name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
      src: webview.asWebviewUri(uri).toString(),
      ...(size === undefined ? {} : { size }),
    })),
    tasks: ports.tasks.all.map((task) => taskView(task, l10n)),
    results: ports.history.all
      .slice(0, MOST_RESULTS)
      .map((asset) => assetView(asset, webview, ports.missingFiles, l10n)),
    moreInHistory: ports.history.all.length > MOST_RESULTS,
    ...(drafts.kept === undefined ? {} : { keptDraft: drafts.kept }),
    ...(drafts.offered === undefined ? {} : { offeredDraft: drafts.offered }),
    ...(notice === undefined ? {} : { notice }),
  };
}

/** Where the pictures lie that the panel shows. */
export function panelFolders({
  history,
  references,
}: Pick<PanelStatePorts, 'history' | 'references'>): readonly vscode.Uri[] {
  const shown = history.all.slice(0, MOST_RESULTS);
  return foldersOf([...shown, ...references.all.map(({ uri }) => ({ uri: uri.toString() }))]);
}

function noticeFor(
  provider: ProviderId,
  keys: PanelStatePorts['keys'],
  l10n: Localizer,
): Notice | undefined {
  if (provider === 'demo') {
    return {
      kind: 'info',
      text: l10n.t(
        'The demo provider draws placeholders on this machine, free of charge. Real pictures need a provider and its API key.',
      ),
      action: { label: l10n.t('Set API Key'), intent: { type: 'setApiKey' } },
    };
  }
  if (keys.isReady(provider)) return undefined;
  return {
    kind: 'warning',
    text: l10n.t('No API key is set for {0}.', providerLabel(provider, l10n)),
    action: { label: l10n.t('Set API Key'), intent: { type: 'setApiKey' } },
  };
}

function taskView(task: Task, l10n: Localizer): TaskView {
  const { state } = task;
  return {
    id: task.id,
    prompt: shownPrompt(task.prompt),
    model: task.model,
    phase: state.phase,
    status: statusWords(task, l10n),
    ...('progress' in state ? { progress: state.progress } : {}),
    startedAt: task.startedAt,
    ...(isFailed(task) ? { failure: failureView(task, l10n) } : {}),
  };
}

/** What a task does now, in a word or two. */
export function statusWords(task: Task, l10n: Localizer): string {
  const { state } = task;
  switch (state.phase) {
    case 'queued':
      return l10n.t('Waiting for a free place');
    case 'sending':
      return l10n.t('Sending');
    case 'running':
      return state.status === undefined
        ? l10n.t('Sent')
        : l10n.t('At the service: {0}', state.status);
    case 'downloading':
      return l10n.t('Downloading');
    case 'saving':
      return l10n.t('Saving');
    case 'elsewhere':
      return l10n.t('Running in another window');
    case 'failed':
      return l10n.t('Failed');
  }
}
