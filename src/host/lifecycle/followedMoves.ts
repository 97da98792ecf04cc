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

  /** What code has to say after these moves; empty where the setting wants none, or nothing generated moves. */
  async editsFor(moves: readonly Move[]): Promise<vscode.WorkspaceEdit> {
    const files = (await this.filesIn(moves.map(({ from }) => from))).filter(
      (file) => readSettings(file).updateReferences !== 'never',
    );
    const [first] = files;
    if (first === undefined) return new vscode.WorkspaceEdit();
    const isAsked = files.some((file) => readSettings(file).updateReferences === 'prompt');
    const confirmation = isAsked ? this.confirmation('move') : undefined;
    const index = await this.ports.index();
    return editsForMoves(moves, files, { ...this.ports, index }, confirmation);
  }

  /** What goes from code with these files; a person sees it first in any case. */
  async editsForDeleting(places: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
    const files = (await this.filesIn(places)).filter(
      (file) => readSettings(file).updateReferences !== 'never',
    );
    if (files.length === 0) return new vscode.WorkspaceEdit();
    const index = await this.ports.index();
    return editsForDeletions(files, { index }, this.confirmation('delete'));
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

  private async filesIn(places: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    const all = await generatedFiles(this.ports.history);
    return places.flatMap((place) => filesAt(all, place).map(({ file }) => file));
  }

  private confirmation(kind: 'move' | 'delete'): Confirmation {
    const { l10n } = this.ports;
    return {
      needsConfirmation: true,
      label:
        kind === 'move'
          ? l10n.t('Let references follow the image')
          : l10n.t('Take references away with the image'),
      iconPath: new vscode.ThemeIcon('file-media'),
    };
  }
}
