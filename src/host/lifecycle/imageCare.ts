import * as vscode from 'vscode';

import { moveToTrash } from '../assets/trash';
import type { HistoryStore } from '../storage/historyStore';
import { FollowedMoves, type FollowedMovesPorts } from './followedMoves';
import { generatedFiles } from './generatedFiles';
import type { LifecycleDialogs } from './lifecycleDialogs';
import { findMovedImages } from './movedImages';
import type { Move } from './referenceEdits';
import { findUnusedImages } from './unusedImages';

export interface ImageCarePorts extends FollowedMovesPorts {
  readonly history: FollowedMovesPorts['history'] & Pick<HistoryStore, 'remove'>;
  readonly dialogs: LifecycleDialogs;
}

/** Takes care of generated files over their lives: what was moved is found and followed, what nobody needs is cleaned up. */
export class ImageCare extends FollowedMoves {
  constructor(private readonly care: ImageCarePorts) {
    super(care);
  }

  /** Generated files that are gone from their places and lie elsewhere in the workspace. */
  async movedImages(token?: vscode.CancellationToken): Promise<readonly Move[]> {
    return findMovedImages(await generatedFiles(this.care.history), token);
  }

  /** Shows what has moved; history, locks and code follow what the person ticks. */
  async offerMoved(moves: readonly Move[]): Promise<void> {
    const { dialogs, l10n } = this.care;
    if (moves.length === 0) {
      dialogs.tell(
        l10n.t('No generated image was moved: each lies where it was saved, or is gone.'),
      );
      return;
    }
    const followed = await dialogs.pickMoves(moves);
    if (followed === undefined || followed.length === 0) return;
    // Before the history follows: it tells which files are generated ones.
    const edit = await this.chosenEdits(followed);
    await this.follow(followed);
    if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  }

  /** What code is to say after these moves, as the person answers: at once, ticked in a preview, or nothing. */
  private async chosenEdits(moves: readonly Move[]): Promise<vscode.WorkspaceEdit> {
    const edit = await this.editsFor(moves);
    if (edit.size === 0) return edit;
    const answer = await this.care.dialogs.askForReferences(edit.size);
    if (answer === 'preview') return this.edits(moves, 'prompt', true);
    return answer === 'change' ? edit : new vscode.WorkspaceEdit();
  }

  /** Shows which generated files no code names, and deletes those that the person ticks, once they are sure. */
  async cleanUp(): Promise<void> {
    const { dialogs, l10n, history } = this.care;
    const files = await generatedFiles(history);
    const unused = await findUnusedImages(files, await this.care.index());
    if (unused.length === 0) {
      dialogs.tell(l10n.t('Every generated image is named in code.'));
      return;
    }
    const picked = await dialogs.pickUnused(unused);
    if (picked === undefined || picked.length === 0) return;
    if (!(await dialogs.confirmDeleting(picked.length, false))) return;
    const deleted = await deleteAll(picked, () => dialogs.confirmDeleting(picked.length, true));
    for (const file of deleted) {
      const asset = history.all.find(({ uri }) => uri === file.toString());
      if (asset !== undefined) await history.remove(asset.id);
    }
    await this.forget(deleted);
    dialogs.tell(l10n.t('Images deleted: {0}.', deleted.length));
  }
}

/** To the trash where there is one, else for good after a second question; those that are gone then. */
async function deleteAll(
  files: readonly vscode.Uri[],
  confirm: () => Promise<boolean>,
): Promise<readonly vscode.Uri[]> {
  const deleted: vscode.Uri[] = [];
  let isForGood = false;
  for (const file of files) {
    if (!isForGood && (await moveToTrash(file))) {
      deleted.push(file);
      continue;
    }
    isForGood = isForGood || (await confirm());
    if (!isForGood) return deleted;
    await vscode.workspace.fs.delete(file, { useTrash: false });
    deleted.push(file);
  }
  return deleted;
}
