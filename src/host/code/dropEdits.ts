import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { findOrigin } from '../origin/findOrigin';
import type { HistoryStore } from '../storage/historyStore';
import type { DroppedImages } from './droppedImages';
import { imageEditKind, type DropEdits } from './imageDrops';
import type { InsertionEdits, ReferenceInsertion } from './referenceInsertion';

export interface DropEditPorts {
  readonly history: Pick<HistoryStore, 'all' | 'find'>;
  readonly insertion: Pick<ReferenceInsertion, 'edits'>;
  readonly l10n: Localizer;
}

/** What dropped or pasted images become: the same as *Insert* writes, in one step to undo. */
export class ReferenceDropEdits implements DropEdits {
  constructor(private readonly ports: DropEditPorts) {}

  async drop(
    document: vscode.TextDocument,
    position: vscode.Position,
    dropped: DroppedImages,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const range = new vscode.Range(position, position);
    const images = this.filesOf(dropped);
    if (images.length === 0) return undefined;
    const edits = await this.ports.insertion.edits(document, () => [range], images);
    const edit = new vscode.DocumentDropEdit(textOf(edits), this.title(images), imageEditKind());
    edit.additionalEdit = restOf(edits, document, [range]);
    edit.yieldTo = await this.firstFor(images);
    return edit;
  }

  async paste(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    pasted: DroppedImages,
  ): Promise<vscode.DocumentPasteEdit | undefined> {
    const images = this.filesOf(pasted);
    if (images.length === 0 || ranges.length === 0) return undefined;
    const edits = await this.ports.insertion.edits(document, () => ranges, images);
    // The editor puts one text to all cursors.
    const isOne = edits.references.every(({ newText }) => newText === textOf(edits));
    if (!isOne) return undefined;
    const edit = new vscode.DocumentPasteEdit(textOf(edits), this.title(images), imageEditKind());
    edit.additionalEdit = restOf(edits, document, ranges);
    edit.yieldTo = await this.firstFor(images);
    return edit;
  }

  /** Whose edits go before ours: of images that were not generated the editor's own extensions know as much. */
  private async firstFor(
    images: readonly vscode.Uri[],
  ): Promise<readonly vscode.DocumentDropOrPasteEditKind[]> {
    const known = await Promise.all(images.map((image) => this.isGenerated(image)));
    if (known.includes(true)) return [];
    const { Empty } = vscode.DocumentDropOrPasteEditKind;
    return [Empty.append('markdown', 'link'), Empty.append('css', 'link')];
  }

  private async isGenerated(image: vscode.Uri): Promise<boolean> {
    const { history } = this.ports;
    if (history.all.some(({ uri }) => uri === image.toString())) return true;
    return (await findOrigin(image, this.ports)).knownFrom !== undefined;
  }

  private filesOf({ files, assetIds }: DroppedImages): readonly vscode.Uri[] {
    const assets = assetIds.map((id) => this.ports.history.find(id));
    const saved = assets.filter((asset) => asset !== undefined);
    return [...files, ...saved.map(({ uri }) => vscode.Uri.parse(uri))];
  }

  private title(images: readonly vscode.Uri[]): string {
    const { l10n } = this.ports;
    return images.length === 1 ? l10n.t('Insert Image') : l10n.t('Insert Images');
  }
}

function textOf({ references }: InsertionEdits): string {
  return references[0]?.newText ?? '';
}

/** All but the text at the places: what it replaces around them, imports, and the list of assets. */
function restOf(
  { references, imports, listed }: InsertionEdits,
  { uri }: vscode.TextDocument,
  places: readonly vscode.Range[],
): vscode.WorkspaceEdit {
  const around = references.flatMap(({ range }, n) => {
    const place = places[n] ?? range;
    const parts = [
      new vscode.Range(range.start, place.start),
      new vscode.Range(place.end, range.end),
    ];
    return parts.filter((part) => !part.isEmpty).map((part) => vscode.TextEdit.delete(part));
  });
  const edit = new vscode.WorkspaceEdit();
  if (imports.length + around.length > 0) edit.set(uri, [...imports, ...around]);
  if (listed !== undefined) edit.set(listed.file, [listed.edit]);
  return edit;
}
