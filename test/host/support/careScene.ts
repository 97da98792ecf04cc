import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../../src/core/assets/asset';
import { findReferences } from '../../../src/core/code/findReferences';
import { languageOf } from '../../../src/core/code/language';
import { filesMeantBy, plainProject, type Project } from '../../../src/core/code/project';
import { fileDigest } from '../../../src/host/assets/fileDigest';
import { ImageCare, type ImageCarePorts } from '../../../src/host/lifecycle/imageCare';
import type { PlacedReference } from '../../../src/host/needed/imageIndex';
import { freshFolder } from './flux';
import { assetAt } from './insertion';

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A folder with a picture, a page that names it, and what takes care of them. */
export async function careScene(
  page = '![A boat](images/boat.png?v=2)',
  name = 'page.md',
  {
    boat: boatPath = 'images/boat.png',
    of = (_uri, root) => plainProject(root),
  }: {
    readonly boat?: string;
    readonly of?: (uri: vscode.Uri, root: string) => Project;
  } = {},
) {
  const folder = freshFolder();
  const at = (path: string) => vscode.Uri.joinPath(folder, path);
  const boat = at(boatPath);
  // Other tests' images lie in the same workspace, and are told by their bytes.
  await vscode.workspace.fs.writeFile(boat, bytesOf(`a boat in ${folder.path}`));
  await vscode.workspace.fs.writeFile(at(name), bytesOf(page));
  const asset: Asset = { ...assetAt(boat, 'A boat'), digest: await fileDigest(boat) };
  const noted: string[] = [];
  const told: string[] = [];
  let assets: readonly Asset[] = [asset];
  const ports: ImageCarePorts = {
    history: {
      get all() {
        return assets;
      },
      update: (changed) => {
        assets = assets.map((each) => (each.id === changed.id ? changed : each));
        return Promise.resolve();
      },
      remove: (id) => {
        assets = assets.filter((each) => each.id !== id);
        return Promise.resolve();
      },
    },
    locks: {
      move: (from, to) => Promise.resolve(void noted.push(`${from.path} → ${to.path}`)),
      remove: (file) => Promise.resolve(void noted.push(`- ${file.path}`)),
    },
    projects: { of: (uri) => Promise.resolve(of(uri, folder.path)) },
    index: async () => {
      const placed = await placedIn(at(name), of(at(name), folder.path));
      return {
        onDidChange: new vscode.EventEmitter<void>().event,
        needed: [],
        extent: { files: 1, references: placed.length, hasMoreFiles: false, hasMoreNeeded: false },
        referencesTo: (file) => placed.filter((each) => each.file.path === file.path),
        settled: () => Promise.resolve(),
        scan: () => Promise.resolve(),
        dispose: () => undefined,
      };
    },
    l10n: vscode.l10n,
    dialogs: {
      pickMoves: (moves) => Promise.resolve(moves),
      askForReferences: () => Promise.resolve('change'),
      pickUnused: (files) => Promise.resolve(files),
      confirmDeleting: () => Promise.resolve(true),
      tell: (message) => told.push(message),
    },
  };
  const textOf = async () => (await vscode.workspace.openTextDocument(at(name))).getText();
  const open = (more: Partial<ImageCarePorts['dialogs']> = {}) =>
    new ImageCare({ ...ports, dialogs: { ...ports.dialogs, ...more } });
  return { at, boat, noted, told, textOf, open, assets: () => assets };
}

/** The references of a document as it is now. */
export async function placedIn(
  document: vscode.Uri,
  project: Project,
): Promise<readonly PlacedReference[]> {
  const opened = await vscode.workspace.openTextDocument(document);
  const language = languageOf(document.path);
  const found = await findReferences(language, opened.getText(), document.path);
  return found.map((reference) => ({
    document,
    language,
    reference,
    range: new vscode.Range(opened.positionAt(reference.start), opened.positionAt(reference.end)),
    file: document.with({
      path: filesMeantBy(reference, { path: document.path, language }, project)[0] ?? '',
    }),
  }));
}

/** Nobody is there to confirm: the same changes, without asking. */
export async function withoutAsking(edit: vscode.WorkspaceEdit): Promise<void> {
  const plain = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
  assert.ok(await vscode.workspace.applyEdit(plain));
}
