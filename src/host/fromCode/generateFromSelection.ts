import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import type { Draft } from '../../protocol/panel';
import type { ActiveEditor } from '../activeEditor';
import { askFirst, type AskFirstPorts } from '../askFirst';
import type { RunOrders } from '../money/budgetQuestion';
import { reportFailures } from '../report';
import type { TaskList } from '../tasks/taskList';
import type { TaskRemedies } from '../tasks/taskRemedies';
import { draftsIn } from './codeDrafts';
import { codeOrder, panelDraft, type CodeOrder } from './codeOrder';
import type { DraftDialogs } from './draftDialogs';

export interface FromSelectionPorts extends AskFirstPorts {
  readonly activeEditor: ActiveEditor;
  readonly openPanel: (draft?: Partial<Draft>) => void;
  readonly dialogs: DraftDialogs;
  readonly runAll: RunOrders;
  readonly tasks: Pick<TaskList, 'all'>;
  readonly remedies: TaskRemedies;
}

/**
 * *Generate Image from Selection*: what stands where the person stands goes to the panel as a draft. Several drafts are
 * shown as a list with their total and made together: the panel holds one, and nobody selects three to press three times.
 */
export async function generateFromSelection(ports: FromSelectionPorts): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? ports.activeEditor.editor;
  const drafts = editor === undefined ? [] : await draftsIn(editor);
  const scope = editor?.document.uri;
  const [draft] = drafts;
  if (draft === undefined) ports.openPanel();
  else if (drafts.length === 1) ports.openPanel(panelDraft(draft, scope));
  else
    await generateAll(
      drafts.map((each) => codeOrder(each, scope)),
      ports,
    );
}

async function generateAll(orders: readonly CodeOrder[], ports: FromSelectionPorts): Promise<void> {
  const { l10n, dialogs, runAll, tasks, remedies } = ports;
  const chosen = await dialogs.pickOrders(orders);
  if (chosen === undefined) return;
  const place = await askFirst(ports);
  if (place === undefined) return;
  const outcomes = await dialogs.showProgress(
    l10n.t('Generating {0} images', chosen.length),
    (signal) =>
      runAll(
        chosen.map(({ draft: { prompt }, model, parameters }) => ({
          prompt,
          model: model.id,
          parameters,
          references: [],
          count: 1,
          ...place,
        })),
        signal,
      ),
  );
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  reportFailures(failures, l10n, { tasks, remedies });
  const count = outcomes.flatMap((outcome) => outcome.saved).length;
  if (count > 0) void tellSaved(count, l10n);
}

async function tellSaved(count: number, l10n: Localizer): Promise<void> {
  const history = l10n.t('Show History');
  const words = count === 1 ? l10n.t('Saved 1 image.') : l10n.t('Saved {0} images.', count);
  const pressed = await vscode.window.showInformationMessage(words, history);
  if (pressed === history) await vscode.commands.executeCommand('fluxAssets.history.focus');
}
