import { modelOf } from '../core/api/models';
import { parametersFromDraft } from '../core/api/request';
import type { Draft, PanelIntent } from '../protocol/panel';
import type { AssetActions } from './assetActions';
import type { GenerationOrder, GenerationOutcome } from './generation';
import type { PanelReferences } from './panelReferences';
import { runRemedy } from './report';
import type { SaveFolder } from './saveFolder';
import { updateSetting } from './settings';
import type { TaskList } from './taskList';

export interface PanelIntentPorts {
  readonly run: (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;
  readonly tasks: TaskList;
  readonly references: PanelReferences;
  readonly actions: AssetActions;
  readonly saveFolder: SaveFolder;
}

/** Does what the panel asks. */
export async function runPanelIntent(intent: PanelIntent, ports: PanelIntentPorts): Promise<void> {
  const { tasks, references } = ports;
  switch (intent.type) {
    case 'ready':
      return;
    case 'generate':
      return generate(intent.draft, ports);
    case 'selectProvider':
      return updateSetting('provider', intent.provider);
    case 'setApiKey':
    case 'showLog':
    case 'openSettings':
      return runRemedy(intent.type);
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
    default:
      return ports.actions.run(intent);
  }
}

async function generate(draft: Draft, ports: PanelIntentPorts): Promise<void> {
  const place = await ports.saveFolder.ask();
  if (place === undefined) return;
  const model = modelOf(draft.model);
  const order: GenerationOrder = {
    prompt: draft.prompt,
    model: model.id,
    parameters: parametersFromDraft(model, draft.values),
    references:
      model.references.fields.length === 0 ? [] : ports.references.all.map(({ uri }) => uri),
    count: Number(draft.count),
    ...place,
  };
  const outcome = await ports.run(order, new AbortController().signal);
  const [failure] = outcome.failures;
  // A task tells its own end on the panel; an order that was refused as a whole has none.
  if (outcome.refused && failure !== undefined) ports.tasks.addFailed(order, failure);
}
