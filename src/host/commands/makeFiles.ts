import * as vscode from 'vscode';

import type { MakeFilesPorts } from '../derive/makeFiles';
import { chosenImage } from './chosenImage';

/** *Make Files…* of what is selected in the explorer, of one image, or of the one that is open in front. */
export async function makeFilesOf(
  target: unknown,
  selected: unknown,
  ports: MakeFilesPorts,
): Promise<void> {
  const uris = urisOf(target, selected);
  if (uris.length === 0) return;
  const { makeFiles } = await import('../derive/makeFiles');
  await makeFiles(uris, ports);
}

function urisOf(target: unknown, selected: unknown): readonly vscode.Uri[] {
  if (Array.isArray(selected)) {
    const uris = selected.filter((each) => each instanceof vscode.Uri);
    const images = uris.filter(({ path }) => /\.(png|jpe?g|webp|avif)$/i.test(path));
    if (images.length > 0) return images;
  }
  const uri = chosenImage(target);
  return uri === undefined ? [] : [uri];
}
