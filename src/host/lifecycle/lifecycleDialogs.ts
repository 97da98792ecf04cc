import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import type { Move } from './referenceEdits';

/** What following and cleaning up ask a person: an argument, for no test can press a dialog's button. */
export interface LifecycleDialogs {
  /** Which of these moves to follow; `undefined` where the person gives up. */
  pickMoves(moves: readonly Move[]): Promise<readonly Move[] | undefined>;
  /** What to do about references to moved images in so many files. */
  askForReferences(files: number): Promise<'change' | 'preview' | 'leave'>;
  /** Which of these files to delete. */
  pickUnused(files: readonly vscode.Uri[]): Promise<readonly vscode.Uri[] | undefined>;
  /** Asks before anything is deleted; `isForGood` where there is no trash. */
  confirmDeleting(count: number, isForGood: boolean): Promise<boolean>;
  tell(message: string): void;
}

/** The editor's own picks and dialogs. */
export function lifecycleDialogs(l10n: Localizer): LifecycleDialogs {
  return {
    pickMoves: async (moves) => {
      const items = moves.map((move) => ({
        label: nameOf(move.to),
        description: `${nameOf(move.from)} → ${nameOf(move.to)}`,
        picked: true,
        move,
      }));
      const picked = await vscode.window.showQuickPick(items, {
        title: l10n.t('Moved Images'),
        placeHolder: l10n.t('History, lock and code follow the ticked ones.'),
        canPickMany: true,
        ignoreFocusOut: true,
      });
      return picked?.map(({ move }) => move);
    },
    askForReferences: async (files) => {
      const change = l10n.t('Change Code');
      const preview = l10n.t('Show Preview');
      const leave = { title: l10n.t('Leave Code'), isCloseAffordance: true };
      const answer = await vscode.window.showInformationMessage<vscode.MessageItem>(
        l10n.t('Let references in code follow the moved images? Files to change: {0}.', files),
        { modal: true, detail: l10n.t('In the preview you tick what is to be changed.') },
        { title: change },
        { title: preview },
        leave,
      );
      if (answer?.title === change) return 'change';
      return answer?.title === preview ? 'preview' : 'leave';
    },
    pickUnused: async (files) => {
      const items = files.map((file) => ({
        label: nameOf(file),
        iconPath: new vscode.ThemeIcon('file-media'),
        file,
      }));
      const picked = await vscode.window.showQuickPick(items, {
        title: l10n.t('Unused Generated Images'),
        placeHolder: l10n.t(
          'No code names these. Tick what is to be deleted; you are asked first.',
        ),
        canPickMany: true,
        matchOnDescription: true,
        ignoreFocusOut: true,
      });
      return picked?.map(({ file }) => file);
    },
    confirmDeleting: async (count, isForGood) => {
      const remove = isForGood ? l10n.t('Delete Permanently') : l10n.t('Move to Trash');
      const answer = await vscode.window.showWarningMessage(
        isForGood
          ? l10n.t('There is no trash here. Delete files permanently: {0}?', count)
          : l10n.t('Delete images that no code names: {0}?', count),
        {
          modal: true,
          detail: isForGood
            ? l10n.t('The files cannot be restored.')
            : l10n.t('The files go to the trash, where there is one, and leave history and lock.'),
        },
        remove,
      );
      return answer === remove;
    },
    tell: (message) => {
      void vscode.window.showInformationMessage(message);
    },
  };
}

function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file, false);
}
