import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { ImageReference } from '../../../src/core/code/imageReference';
import type { NeededImage } from '../../../src/host/needed/imageIndex';
import { freshFolder } from './flux';

/** Writes a document into a folder of its own. */
export async function writeDocument(name: string, text: string): Promise<vscode.Uri> {
  const document = vscode.Uri.joinPath(freshFolder(), name);
  await vscode.workspace.fs.writeFile(document, new TextEncoder().encode(text));
  return document;
}

/** The reference `raw` of a Markdown document to a file beside it, as an index finds it. */
export async function neededImage(
  uri: vscode.Uri,
  raw: string,
  { file = raw, ...more }: Partial<ImageReference> & { readonly file?: string } = {},
): Promise<NeededImage> {
  const document = await vscode.workspace.openTextDocument(uri);
  const start = document.getText().indexOf(raw);
  assert.ok(start >= 0);
  const end = start + raw.length;
  return {
    id: `${uri.toString()}#${raw}`,
    document: uri,
    language: 'markdown',
    reference: { start, end, raw, path: raw, syntax: 'url', ...more },
    range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
    file: vscode.Uri.joinPath(uri, '..', file),
  };
}

/** An index that holds these and nothing else. */
export function indexOf(needed: readonly NeededImage[]) {
  return {
    needed,
    onDidChange: new vscode.EventEmitter<void>().event,
    settled: () => Promise.resolve(),
  };
}
