import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import type { Projects } from '../code/projects';
import type { AssetLocks } from '../lock/assetLocks';
import type { ImageIndex } from '../needed/imageIndex';
import { readSettings } from '../settings';
import type { HistoryStore } from '../storage/historyStore';
import { filesAt, generatedFiles } from './generatedFiles';
import {
  editsForDeletions,
  editsForMoves,
  placeAfter,
  type Confirmation,
  type Move,
} from './referenceEdits';

/** What following files needs. */
export interface FollowedMovesPorts {
  readonly history: Pick<HistoryStore, 'all' | 'update'>;
  readonly locks: Pick<AssetLocks, 'move' | 'remove'>;
  readonly projects: Pick<Projects, 'of'>;
  /** The index, when it has looked through everything. */
  readonly index: () => Promise<ImageIndex>;
  readonly l10n: Localizer;
}

/** Lets history, locks and code follow generated files that get another place, or go. */
export class FollowedMoves {
  constructor(private readonly ports: FollowedMovesPorts) {}

  /** Changes at once what the setting lets be changed so; resolves with what a person is to be asked about. */
  async editsFor(moves: readonly Move[]): Promise<vscode.WorkspaceEdit> {
    const quiet = await this.edits(moves, 'always');
    if (quiet.size > 0) await vscode.workspace.applyEdit(quiet, { isRefactoring: true });
    return this.edits(moves, 'prompt');
  }

  /** What goes from code with these files; a person ticks it first in any case. */
  async editsForDeleting(places: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
    const files = (await this.filesIn(places)).filter(
      (file) => readSettings(file).updateReferences !== 'never',
    );
    if (files.length === 0) return new vscode.WorkspaceEdit();
    const { index, l10n } = this.ports;
    const label = l10n.t('Take references away with the image');
    return editsForDeletions(files, { index: await index() }, confirmation(label, true));
  }

  /** History and locks follow what has moved. */
  async follow(moves: readonly Move[]): Promise<void> {
    const { history, locks } = this.ports;
    for (const asset of history.all) {
      const uri = placeAfter(vscode.Uri.parse(asset.uri), moves).toString();
      if (uri !== asset.uri) await history.update({ ...asset, uri });
    }
    for (const { from, to } of moves) await locks.move(from, to);
  }

  /** Locks forget what is gone; the history keeps it, for its settings can be used again. */
  async forget(places: readonly vscode.Uri[]): Promise<void> {
    for (const place of places) await this.ports.locks.remove(place);
  }

  /** What code has to say after these moves, as far as the setting for the moved files is this. */
  protected async edits(
    moves: readonly Move[],
    setting: 'always' | 'prompt',
    isTickedFirst = false,
  ): Promise<vscode.WorkspaceEdit> {
    const files = (await this.filesIn(moves.map(({ from }) => from))).filter(
      (file) => readSettings(file).updateReferences === setting,
    );
    if (files.length === 0) return new vscode.WorkspaceEdit();
    const { index, l10n } = this.ports;
    const label = l10n.t('Let references follow the image');
    const ports = { ...this.ports, index: await index() };
    return editsForMoves(moves, files, ports, confirmation(label, isTickedFirst));
  }

  private async filesIn(places: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    const all = await generatedFiles(this.ports.history);
    return places.flatMap((place) => filesAt(all, place).map(({ file }) => file));
  }
}

/**
 * How the editor's preview shows edits. With `isTickedFirst` it always shows one, and nothing in it is ticked; without,
 * the editor asks by itself when a file is renamed, and offers the preview.
 */
function confirmation(label: string, isTickedFirst: boolean): Confirmation {
  return {
    needsConfirmation: isTickedFirst,
    label,
    iconPath: new vscode.ThemeIcon('file-media'),
  };
}
