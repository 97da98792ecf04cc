import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import type { Draft } from '../../protocol/panel';
import type { ActiveEditor } from '../activeEditor';
import { askFirst, type AskFirstPorts } from '../askFirst';
import type { AssetActions } from '../assets/assetActions';
import type { TemporaryReferences } from '../code/temporaryReferences';
import type { RunOrder } from '../money/budgetQuestion';
import { reportFailures } from '../report';
import type { TaskList } from '../tasks/taskList';
import type { TaskRemedies } from '../tasks/taskRemedies';
import { draftsIn } from './codeDrafts';
import { codeOrder } from './codeOrder';
import type { DraftDialogs } from './draftDialogs';
import { TrackedPlace } from './trackedPlace';

export interface GenerateAndInsertPorts extends AskFirstPorts {
  readonly activeEditor: ActiveEditor;
  readonly dialogs: DraftDialogs;
  readonly run: RunOrder;
  readonly actions: Pick<AssetActions, 'run'>;
  readonly openPanel: (draft: Partial<Draft>) => void;
  readonly tasks: Pick<TaskList, 'all'>;
  readonly remedies: TaskRemedies;
  readonly temporary: Pick<TemporaryReferences, 'plan'>;
  /** Writes a reference in the place of what stands there, as the document's language wants it. False where it cannot be edited. */
  readonly insertAt: (
    document: vscode.TextDocument,
    range: vscode.Range,
    asset: Asset,
  ) => Promise<boolean>;
}

/**
 * *Generate Image and Insert…*: the draft from where the person stands, its prompt asked for, and the reference to the
 * picture where they stood when they ordered it, whatever they have written meanwhile: at once where placeholders come first.
 */
export async function generateAndInsert(ports: GenerateAndInsertPorts): Promise<void> {
  const { l10n, dialogs, run, tasks, remedies } = ports;
  const editor = vscode.window.activeTextEditor ?? ports.activeEditor.editor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(
      l10n.t('Open the text file that the image is to be inserted into.'),
    );
    return;
  }
  const { document, selection } = editor;
  const here = document.offsetAt(selection.active);
  const [found] = await draftsIn({ document, selections: [selection] });
  const draft = found ?? { prompt: '', place: { start: here, end: here } };
  const tracked = new TrackedPlace(document, draft.place);
  try {
    const order = codeOrder(draft, document.uri);
    const prompt = await dialogs.askPrompt(order);
    if (prompt === undefined) return;
    const place = await askFirst(ports);
    if (place === undefined) return;
    const { model, parameters } = order;
    const { placeFirst } = await import('./placeFirst');
    const find = () => tracked.find();
    const first = await placeFirst({ prompt, model, parameters }, place, find, ports.temporary);
    const title = l10n.t('Generating an image with {0}', model.label);
    const outcome = await dialogs.showProgress(title, (signal) =>
      run(
        { prompt, model: model.id, parameters, references: [], count: 1, ...first.order },
        signal,
      ),
    );
    const more = {
      label: l10n.t('Open in Image Generator'),
      run: () => {
        ports.openPanel({ prompt, model: model.id });
      },
    };
    reportFailures(outcome.failures, l10n, { tasks, remedies, more });
    // One that was written at once is the person's since, whatever they have made of it.
    if (first.isNamed()) return;
    for (const asset of outcome.saved) await insert(asset, tracked, ports);
  } finally {
    tracked.dispose();
  }
}

async function insert(asset: Asset, tracked: TrackedPlace, ports: GenerateAndInsertPorts) {
  const { l10n, actions, insertAt } = ports;
  const there = await tracked.find();
  if (there !== undefined && (await insertAt(there.document, there.range, asset))) return;
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(asset.uri), false);
  const here = l10n.t('Insert at Cursor');
  const open = l10n.t('Open');
  const words =
    there === undefined
      ? l10n.t(
          'Saved {0}. Its place in the code cannot be found any more, so no reference was inserted.',
          path,
        )
      : l10n.t('Saved {0}. The file cannot be edited, so no reference was inserted.', path);
  void vscode.window.showWarningMessage(words, here, open).then(async (pressed) => {
    if (pressed === here) await actions.run({ type: 'insertAsset', id: asset.id });
    if (pressed === open) await actions.run({ type: 'openAsset', id: asset.id });
  });
}
