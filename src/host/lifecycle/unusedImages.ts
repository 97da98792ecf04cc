import type * as vscode from 'vscode';

import { exists } from '../assets/files';
import type { ImageIndex } from '../needed/imageIndex';
import type { GeneratedFile } from './generatedFiles';

/** The generated files that are there and that no code names. What a used file was made of is in use, too. */
export async function findUnusedImages(
  files: readonly GeneratedFile[],
  index: Pick<ImageIndex, 'referencesTo'>,
): Promise<readonly vscode.Uri[]> {
  const used = new Set<string>();
  for (const { file, madeOf } of files) {
    if (index.referencesTo(file).length === 0) continue;
    used.add(file.toString());
    if (madeOf !== undefined) used.add(madeOf.toString());
  }
  const unused: vscode.Uri[] = [];
  for (const { file } of files) {
    if (!used.has(file.toString()) && (await exists(file).catch(() => false))) unused.push(file);
  }
  return unused;
}
