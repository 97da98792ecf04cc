import type { ImageReference } from './imageReference';
import type { CodeLanguage } from './language';

/** What kind of site or app a folder is, as far as it decides where images lie and how they are named. */
export type ProjectKind =
  | 'plain'
  | 'vite'
  | 'next'
  | 'nuxt'
  | 'sveltekit'
  | 'astro'
  | 'docusaurus'
  | 'vitepress'
  | 'hugo'
  | 'flutter'
  | 'android'
  | 'xcode';

/** A project that files belong to. All paths have `/` between their parts. */
export interface Project {
  /** The path of its folder, without a slash at the end. */
  readonly root: string;
  readonly kind: ProjectKind;
  /** Folders within it whose files the finished site has at its root, the usual one first: `public`, `static`. */
  readonly servedFolders: readonly string[];
}

/** A folder of which nothing is known: paths are relative, and a leading slash means the folder itself. */
export function plainProject(root: string): Project {
  return { root, kind: 'plain', servedFolders: [] };
}

/**
 * The files that a reference may mean, the likeliest first; it is missing where none of them is there, and is made at
 * the first. Empty where nothing can be said (an alias of a bundler, a path out of the project).
 */
export function filesMeantBy(
  reference: Pick<ImageReference, 'path' | 'syntax' | 'isModule'>,
  from: { readonly path: string; readonly language: CodeLanguage },
  project: Project,
): readonly string[] {
  const { path } = reference;
  const base = path.startsWith('/') ? project.root : from.path.slice(0, from.path.lastIndexOf('/'));
  return [resolved(`${base}/${path}`)];
}

function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
