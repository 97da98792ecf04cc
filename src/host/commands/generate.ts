import * as vscode from 'vscode';

import { modelOf } from '../../core/api/models';
import type { Asset } from '../../core/assets/asset';
import type { Draft } from '../../protocol/panel';
import { priceWords } from '../../protocol/priceWords';
import { askFirst, type AskFirstPorts } from '../askFirst';
import type { AssetActions } from '../assets/assetActions';
import { showCancelable } from '../cancellation';
import type { GenerationOutcome } from '../tasks/generation';
import { modelEstimate } from '../money/modelEstimate';
import type { GenerationOrder } from '../tasks/order';
import { reportFailures } from '../report';
import { readSettings } from '../settings';
import type { TaskList } from '../tasks/taskList';
import type { TaskRemedies } from '../tasks/taskRemedies';
import { pickModel } from './selectModel';

/** What the command needs. */
export interface GeneratePorts extends AskFirstPorts {
  readonly run: (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;
  readonly actions: AssetActions;
  readonly tasks: Pick<TaskList, 'all'>;
  readonly remedies: TaskRemedies;
  /** The workspace folder whose settings hold. */
  readonly scope: () => vscode.Uri | undefined;
  readonly openPanel: (draft: Partial<Draft>) => void;
}

/** *Generate Image…*: a prompt box, a model pick, progress with Cancel, and the picture. */
export async function generateImage(ports: GeneratePorts): Promise<void> {
  const { l10n, tasks, remedies } = ports;
  const prompt = await vscode.window.showInputBox({
    title: l10n.t('Generate Image'),
    prompt: l10n.t('What should the picture show?'),
    placeHolder: l10n.t('A lighthouse at dusk, flat illustration, warm colors'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Enter a prompt.') : undefined),
  });
  if (prompt === undefined) return;
  const model = await pickModel(l10n, { scope: ports.scope(), promptAlone: true });
  if (model === undefined) return;
  const place = await askFirst(ports);
  if (place === undefined) return;
  const order = { prompt, model, parameters: {}, references: [], count: 1, ...place };
  const estimate = modelEstimate(modelOf(model), readSettings(place.workspaceFolder));
  const title = l10n.t('Generating an image with {0}', modelOf(model).label);
  const outcome = await showCancelable(`${title} · ${priceWords(estimate, l10n)}`, (signal) =>
    ports.run(order, signal),
  );
  // What was typed is not lost: the panel takes it up.
  const more = {
    label: l10n.t('Open in Image Generator'),
    run: () => {
      ports.openPanel({ prompt, model });
    },
  };
  reportFailures(outcome.failures, l10n, { tasks, remedies, more });
  for (const asset of outcome.saved) await tellSaved(asset, ports);
}

async function tellSaved(asset: Asset, { actions, l10n }: GeneratePorts): Promise<void> {
  const open = l10n.t('Open');
  const insert = l10n.t('Insert');
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(asset.uri), false);
  const pressed = await vscode.window.showInformationMessage(
    l10n.t('Saved {0}', path),
    open,
    insert,
  );
  if (pressed === open) await actions.run({ type: 'openAsset', id: asset.id });
  if (pressed === insert) await actions.run({ type: 'insertAsset', id: asset.id });
}
