import * as vscode from 'vscode';

import type { Asset } from '../../../src/core/assets/asset';
import { Projects } from '../../../src/host/code/projects';
import { ReferenceInsertion } from '../../../src/host/code/referenceInsertion';
import { freshFolder } from './flux';
import { pictureBytes } from './pictures';

/** A folder of the workspace with these files in it; an image, PNG or AVIF, is 40 × 20 px. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
  const folder = freshFolder();
  for (const [path, text] of Object.entries(files)) {
    const bytes = /\.(png|avif)$/.test(path)
      ? await pictureBytes(40, 20, path.endsWith('.png') ? 'png' : 'avif')
      : Buffer.from(text);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
  }
  return folder;
}

/** A picture of the history. */
export function assetAt(uri: vscode.Uri, prompt: string): Asset {
  return {
    id: 'fox',
    uri: uri.toString(),
    provider: 'demo',
    model: 'flux-2-pro',
    prompt,
    parameters: {},
    taskId: 't',
    width: 40,
    height: 20,
    format: 'png',
    createdAt: 1,
  };
}

/** An insertion that knows these pictures of the history. */
export function insertionWith(...assets: readonly Asset[]) {
  const projects = new Projects();
  const history = {
    all: assets,
    find: (id: string) => assets.find((asset) => asset.id === id),
  };
  return { projects, history, insertion: new ReferenceInsertion({ history, projects }) };
}

/** Opens a file with its cursors at the marks, which are taken out. */
export async function openMarked(file: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(file, { preview: false });
  const parts = editor.document.getText().split('‸');
  const places = parts.slice(0, -1).map((_, n) => parts.slice(0, n + 1).join('').length);
  await editor.edit((edit) => {
    const last = editor.document.positionAt(editor.document.getText().length);
    edit.replace(new vscode.Range(new vscode.Position(0, 0), last), parts.join(''));
  });
  await editor.document.save();
  editor.selections = places.map((place) => {
    const position = editor.document.positionAt(place);
    return new vscode.Selection(position, position);
  });
  return editor;
}
