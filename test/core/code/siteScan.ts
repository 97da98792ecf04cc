import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findReferences } from '../../../src/core/code/findReferences';
import type { ImageReference } from '../../../src/core/code/imageReference';
import { languageOf } from '../../../src/core/code/language';
import { filesMeantBy, plainProject } from '../../../src/core/code/project';
import type { Project } from '../../../src/core/code/project';
import { recogniseProject } from '../../../src/core/code/recogniseProject';

const SITES = fileURLToPath(new URL('../../samples/needed/', import.meta.url));

/** What a sample site's texts name. Paths count from the site's folder. */
interface SiteScan {
  /** `document:line file`: the image that is not there, at the place where it would be made. */
  readonly missing: readonly string[];
  /** `document:line width × height` */
  readonly placeholders: readonly string[];
  /** `document:line file` */
  readonly present: readonly string[];
  /** Of those that are needed, by the language of the document. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Looks through a sample site as the extension does through a workspace. */
export async function scanSite(name: string): Promise<SiteScan> {
  const root = join(SITES, name);
  const missing: string[] = [];
  const placeholders: string[] = [];
  const present: string[] = [];
  const counts: Record<string, number> = {};
  for (const path of filesIn(root)) {
    const language = languageOf(path);
    const text = readFileSync(path, 'utf8');
    const project = await projectOf(path, root);
    for (const reference of await findReferences(language, text, path)) {
      const place = `${relative(root, path)}:${lineOf(text, reference)}`;
      const files = filesMeantBy(reference, { path, language }, project);
      const there = files.find((file) => existsSync(file));
      const { width, height, isPlaceholder } = reference;
      if (isPlaceholder === true) placeholders.push(`${place} ${width ?? 0} × ${height ?? 0}`);
      else if (there !== undefined) present.push(`${place} ${relative(root, there)}`);
      else if (files[0] !== undefined) missing.push(`${place} ${relative(root, files[0])}`);
      if (there === undefined) counts[language] = (counts[language] ?? 0) + 1;
    }
  }
  return { missing, placeholders, present, counts };
}

/** The nearest folder above a file that is a project, as the extension takes it. */
async function projectOf(file: string, top: string): Promise<Project> {
  for (let root = dirname(file); root.length >= top.length; root = dirname(root)) {
    const project = await recogniseProject({
      root,
      names: readdirSync(root),
      read: (path) => Promise.resolve(readFileSync(join(root, path), 'utf8')),
      list: (path) =>
        Promise.resolve(existsSync(join(root, path)) ? readdirSync(join(root, path)) : []),
    });
    if (project !== undefined) return project;
  }
  return plainProject(top);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:png|svg)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function lineOf(text: string, { start }: ImageReference): number {
  return text.slice(0, start).split('\n').length;
}
