import * as vscode from 'vscode';

import { readPictureHeader } from '../../core/assets/pictureHeader';
import type { PixelSize } from '../../core/assets/size';

/** The size of an image file in px, as it is shown; `undefined` where it cannot be read. Never rejects. */
export async function readImageSize(uri: vscode.Uri): Promise<PixelSize | undefined> {
  try {
    const header = readPictureHeader(await vscode.workspace.fs.readFile(uri));
    return header === undefined ? undefined : { width: header.width, height: header.height };
  } catch {
    return undefined;
  }
}
