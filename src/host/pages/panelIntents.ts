import * as vscode from 'vscode';

import type { Failure } from '../../core/api/failure';
import { modelOf } from '../../core/api/models';
import { parametersFromDraft } from '../../core/api/request';
import type { Draft, PanelIntent } from '../../protocol/panel';
import { askFirst, type AskFirstPorts } from '../askFirst';
import type { AssetActions } from '../assets/assetActions';
import type { DraftStore } from '../storage/draftStore';
import { taskOfFailure } from '../tasks/failedTask';
import type { GenerationOutcome } from '../tasks/generation';
import type { LazyEngine } from '../tasks/lazyEngine';
import type { GenerationOrder } from '../tasks/order';
import type { PanelReferences } from './panelReferences';
import { reportFailure, runRemedy } from '../report';
import { updateSetting } from '../settings';
import type { TaskList } from '../tasks/taskList';
import type { TaskRemedies } from '../tasks/taskRemedies';

/** What the panel's wishes need. */
export interface PanelIntentPorts extends AskFirstPorts {
  readonly run: (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;
  readonly tasks: TaskList;
  readonly references: PanelReferences;
  readonly drafts: DraftStore;
  readonly actions: AssetActions;
  readonly remedies: TaskRemedies;
  readonly isPanelVisible: () => boolean;
  readonly engine: Pick<LazyEngine, 'warm'>;
}

/** Does what the panel asks. */
export async function runPanelIntent(intent: PanelIntent, ports: PanelIntentPorts): Promise<void> {
  const { tasks, references } = ports;
  switch (intent.type) {
    case 'ready':
      // The panel is drawn: what its first order needs can be read while a person types.
      ports.engine.warm();
      return;
    case 'generate':
      return generate(intent.draft, ports);
    case 'keepDraft':
      return ports.drafts.keep(intent.kept);
    case 'selectProvider':
      return updateSetting('provider', intent.provider);
    case 'setApiKey':
    case 'showLog':
    case 'openSettings':
      return runRemedy(intent.type);
    case 'removeApiKey':
      await vscode.commands.executeCommand('fluxAssets.removeApiKey');
      return;
    case 'addReferences':
      return references.ask();
    case 'removeReference':
      references.remove(intent.id);
      return;
    case 'moveReference':
      references.move(intent.id, intent.by);
      return;
    case 'cancelTask':
      tasks.cancel(intent.id);
      return;
    case 'dismissTask':
      tasks.dismiss(intent.id);
      return;
    case 'checkBalance':
    case 'sendAgain':
    case 'fetchTask':
    case 'saveTaskTo':
      return ports.remedies[intent.type](intent.id);
    default:
      return ports.actions.run(intent);
  }
}

async function generate(draft: Draft, ports: PanelIntentPorts): Promise<void> {
  const place = await askFirst(ports);
  if (place === undefined) return;
  const model = modelOf(draft.model);
  const order: GenerationOrder = {
    prompt: model.prompt === 'none' ? '' : draft.prompt,
    model: model.id,
    parameters: parametersFromDraft(model, draft.values),
    references:
      model.references.fields.length === 0 ? [] : ports.references.all.map(({ uri }) => uri),
    count: Number(draft.count),
    ...place,
  };
  const outcome = await ports.run(order, new AbortController().signal);
  const [failure] = outcome.failures;
  if (failure === undefined) return;
  // A task tells its own end on the panel; an order that was refused as a whole has none, nor has what was not noted.
  const isHomeless = (each: Failure) => taskOfFailure(ports.tasks.all, each) === undefined;
  const homeless = outcome.failures.find(
    (each) => outcome.refused || (wasNotNoted(each) && isHomeless(each)),
  );
  if (homeless !== undefined) ports.tasks.addFailed(order, homeless);
  // And a panel that nobody sees tells nothing.
  if (ports.isPanelVisible()) return;
  const task = taskOfFailure(ports.tasks.all, failure);
  void reportFailure(failure, ports.l10n, { task, remedies: ports.remedies });
}

function wasNotNoted({ detail }: Failure): boolean {
  return detail === 'not-noted';
}
