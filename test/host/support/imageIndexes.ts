import assert from 'node:assert/strict';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import * as vscode from 'vscode';

import { systemClock } from '../../../src/core/clock';
import { plainProject } from '../../../src/core/code/project';
import { threadsOf, type StartThread } from '../../../src/host/needed/parserThread';
import { ReferenceParser } from '../../../src/host/needed/referenceParser';
import {
  WorkspaceImageIndex,
  type ImageIndexPorts,
} from '../../../src/host/needed/workspaceImageIndex';
import { until } from './until';

/** A fresh folder on the disk, outside the window's workspace, so that only the test's own index looks at it. */
export async function siteFolder(
  files: Readonly<Record<string, string>> = {},
): Promise<vscode.Uri> {
  const folder = vscode.Uri.file(await realpath(await mkdtemp(join(tmpdir(), 'images-'))));
  await writeFiles(folder, files);
  return folder;
}

/** Writes files by their paths in a folder; an image's content is of no concern. */
export async function writeFiles(
  folder: vscode.Uri,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = vscode.Uri.joinPath(folder, path);
    await vscode.workspace.fs.createDirectory(file.with({ path: dirname(file.path) }));
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  }
}

/** The thread that the extension itself ships. */
export function shippedThreads(): StartThread {
  const extension = vscode.extensions.getExtension('flux-assets.flux-assets');
  assert.ok(extension);
  return threadsOf(
    vscode.Uri.joinPath(extension.extensionUri, 'dist', 'referenceWorker.js').fsPath,
  );
}

/** An index over folders, and what a test changes about its scope. Not begun. */
export function indexOver(
  folders: readonly vscode.Uri[],
  more: Partial<ImageIndexPorts> & { readonly start?: StartThread } = {},
) {
  const changed = new vscode.EventEmitter<void>();
  const scope = {
    isTrusted: true,
    folders,
    wanted: true,
    isWanted: () => scope.wanted,
    onDidChange: changed.event,
  };
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const log = { info: say, warn: say };
  const start = more.start ?? shippedThreads();
  const parser = new ReferenceParser({ start, clock: more.clock ?? systemClock, log });
  const index = new WorkspaceImageIndex({
    scope,
    parser,
    projectOf: (file) => {
      const folder = scope.folders.find(({ path }) => file.path.startsWith(`${path}/`));
      return Promise.resolve(plainProject(folder?.path ?? ''));
    },
    clock: systemClock,
    log,
    ...more,
  });
  index.own(parser);
  const tell = () => {
    changed.fire();
  };
  return { index, scope, tell, said };
}

/** `page.md:1 images/hero.png` for each needed image: where it is named, and where it is to lie in the folder. */
export function neededIn(index: WorkspaceImageIndex, folder: vscode.Uri): readonly string[] {
  const within = (uri: vscode.Uri) => uri.path.slice(folder.path.length + 1);
  return index.needed.map(
    ({ document, range, file }) =>
      `${within(document)}:${String(range.start.line + 1)} ${within(file)}`,
  );
}

/** Indexes that end with their test; call it in a `describe`. */
export function indexes() {
  const open: { dispose(): void }[] = [];
  afterEach(() => {
    open.splice(0).forEach((each) => {
      each.dispose();
    });
  });
  /** One that has looked through these folders. */
  const begun = async (
    folders: readonly vscode.Uri[],
    more: Parameters<typeof indexOver>[1] = {},
  ) => {
    const made = indexOver(folders, more);
    open.push(made.index);
    made.index.begin();
    await made.index.settled();
    return made;
  };
  return { open, begun };
}

/** Resolves when exactly these are needed, told as `neededIn` tells them; fails with what is needed instead. */
export async function untilNeeded(
  index: WorkspaceImageIndex,
  folder: vscode.Uri,
  wanted: readonly string[],
): Promise<void> {
  const isSo = () => isDeepStrictEqual(neededIn(index, folder), wanted);
  await until('other images are needed', isSo).catch(() => undefined);
  assert.deepEqual(neededIn(index, folder), wanted);
}
