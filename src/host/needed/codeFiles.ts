import ignore from 'ignore';
import * as vscode from 'vscode';

import { IgnoreRules } from '../../core/code/ignoreRules';
import { codeExtensions, languageOf } from '../../core/code/language';
import { parentRules } from './parentRules';

/** What a folder of the workspace has to look through. */
export interface CodeFiles {
  readonly files: readonly vscode.Uri[];
  readonly rules: IgnoreRules;
  readonly hasMore: boolean;
}

/** Found before what git ignores is taken out; of a folder with more, some are not seen. */
const MOST_FOUND = 200_000;
/** So many files are looked at in one go. */
const SLICE = 500;
const NEVER = ['**/node_modules', '**/.git'];

/** Whether a file is looked through, by its name alone. */
export function isCodeFile(path: string): boolean {
  return languageOf(path) !== 'plain' && !/\.min\.\w+$/i.test(path);
}

/**
 * The files of a workspace folder that may name images, at most `most`: without what the person excludes from the explorer
 * and from searches, and without what git ignores.
 */
export async function codeFilesOf(folder: vscode.Uri, most: number): Promise<CodeFiles> {
  const excluded = excludedGlobs(folder);
  const listed = await list(folder, excluded, most);
  const files = await filterInSlices(
    listed.files,
    ({ path }) => isCodeFile(path) && !listed.rules.ignores(path),
  );
  const hasMore = listed.hasMore || files.length > most;
  return { files: files.slice(0, most), rules: listed.rules, hasMore };
}

/** The rules of git take their time: in one go, 100,000 files would hold up the extension host for a second and more. */
async function filterInSlices(
  files: readonly vscode.Uri[],
  isKept: (file: vscode.Uri) => boolean,
): Promise<readonly vscode.Uri[]> {
  const kept: vscode.Uri[] = [];
  for (let start = 0; start < files.length; start += SLICE) {
    kept.push(...files.slice(start, start + SLICE).filter(isKept));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return kept;
}

async function list(
  folder: vscode.Uri,
  excluded: readonly string[],
  most: number,
): Promise<CodeFiles> {
  if (folder.scheme !== 'file') return walk(folder, excluded, most, new IgnoreRules(folder.path));
  try {
    return await find(folder, excluded);
  } catch {
    // Some builds of the editor come without the program that searches.
    return walk(folder, excluded, most, await parentRules(folder));
  }
}

/** The editor's own search, which is fast and lists in a process of its own. */
async function find(folder: vscode.Uri, excluded: readonly string[]): Promise<CodeFiles> {
  const search = (glob: string, exclude: readonly string[]) =>
    vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, glob),
      `{${exclude.join(',')}}`,
      MOST_FOUND,
    );
  const texts = new Map<string, string>();
  const rules = await parentRules(folder);
  for (const file of await search('**/.gitignore', excluded)) {
    const parent = vscode.Uri.joinPath(file, '..').path;
    texts.set(parent, await textOf(file));
    rules.add(parent, texts.get(parent) ?? '');
  }
  const glob = `**/*.{${codeExtensions.join(',')}}`;
  const files = await search(glob, [...excluded, ...ignoredFolders(folder.path, texts)]);
  return { files, rules, hasMore: files.length >= MOST_FOUND };
}

/** Folders that git ignores wherever they lie (`dist/`): builds are large, and not listing them saves most of the time. */
function ignoredFolders(root: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const lines = [...texts.values()].flatMap((text) => text.split(/\r?\n/));
  // What is taken in again must be listed; the rules decide on each.
  if (lines.some((line) => line.startsWith('!'))) return [];
  const own = (texts.get(root) ?? '').split(/\r?\n/);
  return own.flatMap((line) => {
    const name = /^([\w.-]+)\/?\s*$/.exec(line)?.[1];
    return name === undefined ? [] : [`**/${name}/**`];
  });
}

/** Folder by folder, where the editor cannot search: in virtual workspaces above all. Adds what it reads to `rules`. */
async function walk(
  folder: vscode.Uri,
  excluded: readonly string[],
  most: number,
  rules: IgnoreRules,
): Promise<CodeFiles> {
  const hidden = ignore().add(excluded.map((glob) => (glob.startsWith('**/') ? glob : `/${glob}`)));
  const files: vscode.Uri[] = [];
  const open = [folder];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (files.length > most) return { files, rules, hasMore: true };
    const entries = await entriesOf(next);
    if (entries.some(([name]) => name === '.gitignore'))
      rules.add(next.path, await textOf(vscode.Uri.joinPath(next, '.gitignore')));
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(next, name);
      const isFolder = type === vscode.FileType.Directory;
      const path = isFolder ? `${uri.path}/` : uri.path;
      if (rules.ignores(path) || hidden.ignores(path.slice(folder.path.length).replace(/^\//, '')))
        continue;
      // A link to a folder may lead round in a circle.
      if (isFolder) open.push(uri);
      else if (isCodeFile(uri.path)) files.push(uri);
    }
  }
  return { files, rules, hasMore: false };
}

/** What the settings keep out of the explorer and of searches. */
function excludedGlobs(folder: vscode.Uri): readonly string[] {
  const globs = ['files', 'search'].flatMap((section) => {
    const set = vscode.workspace.getConfiguration(section, folder).get<unknown>('exclude');
    const entries = typeof set === 'object' && set !== null ? Object.entries(set) : [];
    // A condition on other files (`{ when: … }`) is for compiled siblings, which do no harm here.
    return entries.filter(([, value]) => value === true).map(([glob]) => glob);
  });
  return [...new Set([...NEVER, ...globs.flatMap(withoutBraces)])];
}

// `*.{a,b}` as `*.a` and `*.b`: one list of alternatives cannot hold another.
function withoutBraces(glob: string): readonly string[] {
  const [whole, choices] = /\{([^{}]*)\}/.exec(glob) ?? [];
  if (whole === undefined || choices === undefined) return [glob];
  return choices.split(',').flatMap((choice) => withoutBraces(glob.replace(whole, () => choice)));
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return '';
  }
}
