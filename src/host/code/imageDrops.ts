import * as vscode from 'vscode';

import { droppedImages, imageMimes, type DroppedImages } from './droppedImages';

/** What dropped images become, which takes code that is read only then. */
export interface DropEdits {
  drop(
    document: vscode.TextDocument,
    position: vscode.Position,
    images: DroppedImages,
  ): Promise<vscode.DocumentDropEdit | undefined>;
  paste(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    images: DroppedImages,
  ): Promise<vscode.DocumentPasteEdit | undefined>;
}

/** Takes images that are dropped or pasted into a text. */
export class ImageDrops
  implements vscode.DocumentDropEditProvider, vscode.DocumentPasteEditProvider
{
  /** `load` gives what knows the history and the projects. */
  constructor(private readonly load: () => Promise<DropEdits>) {}

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const images = await droppedImages(transfer, document.uri);
    if (images === undefined || token.isCancellationRequested) return undefined;
    return (await this.load()).drop(document, position, images);
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const images = await droppedImages(transfer, document.uri);
    if (images === undefined || token.isCancellationRequested) return [];
    const edit = await (await this.load()).paste(document, ranges, images);
    return edit === undefined ? [] : [edit];
  }
}

/** The kind of edit that a drop or paste of images is, to be preferred in settings. */
export function imageEditKind(): vscode.DocumentDropOrPasteEditKind {
  return vscode.DocumentDropOrPasteEditKind.Empty.append('image', 'fluxAssets');
}

/**
 * Every text. Where the editor's own extensions write images of files, too, the language is named, for a provider of any
 * language comes after theirs; of those that name it the editor asks its own last.
 */
const TEXTS: vscode.DocumentSelector = ['*', 'markdown', 'css', 'scss', 'less'];

/** Registers with the editor for every text. */
export function registerImageDrops(drops: ImageDrops): vscode.Disposable {
  const kinds = [imageEditKind()];
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(TEXTS, drops, {
      providedDropEditKinds: kinds,
      dropMimeTypes: imageMimes,
    }),
    vscode.languages.registerDocumentPasteEditProvider(TEXTS, drops, {
      providedPasteEditKinds: kinds,
      pasteMimeTypes: imageMimes,
    }),
  );
}
