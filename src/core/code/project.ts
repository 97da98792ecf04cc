import type { ImageReference } from './imageReference';
import type { CodeLanguage } from './language';
import { folderOf, pathWithin, resolvedPath } from './paths';
import { resourceFiles } from './resourceFiles';

/** What kind of site or app a folder is, as far as it decides where images lie and how they are named. */
export type ProjectKind =
  | 'plain'
  /** Some other bundler that resolves imports of images: webpack and its like. */
  | 'bundled'
  | 'vite'
  | 'next'
  | 'nuxt'
  | 'sveltekit'
  | 'astro'
  | 'docusaurus'
  | 'vitepress'
  | 'hugo'
  /** Its root is the folder of the sources, which a leading slash means in reStructuredText and in MyST. */
  | 'sphinx'
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
  /** Xcode's asset catalogues within it: `Assets.xcassets`. */
  readonly catalogues?: readonly string[];
}

/** Where a reference stands. */
export interface ReferencePlace {
  /** The document's. */
  readonly path: string;
  readonly language: CodeLanguage;
  /** Those of the reference. */
  readonly folders?: readonly string[] | undefined;
}

/** A folder of which nothing is known: paths are relative, and a leading slash means the folder itself. */
export function plainProject(root: string): Project {
  return { root, kind: 'plain', servedFolders: [] };
}

/** The folder within the project of which the site has a file at its root, if it lies in one: `public`. */
export function servedFolderOf(path: string, project: Project): string | undefined {
  return project.servedFolders.find(
    (folder) => pathWithin(`${project.root}/${folder}`, path) !== undefined,
  );
}

/**
 * The files that a reference may mean, the likeliest first; it is missing where none of them is there, and is made at
 * the first. Empty where nothing can be said (an alias of a bundler, a path above the root of the disk). They may lie
 * outside the project, as in a repository of several; whoever makes one sees to it that it lies in the workspace.
 */
export function filesMeantBy(
  reference: Pick<ImageReference, 'path' | 'syntax' | 'isModule' | 'folders'>,
  from: ReferencePlace,
  project: Project,
): readonly string[] {
  if (reference.syntax === 'resource') return resourceFiles(reference.path, from, project);
  const { path, folders = [''] } = reference;
  const found = folders.flatMap((folder) => {
    const whole =
      folder === '' || path.startsWith('/') ? path : `${folder.replace(/\/$/, '')}/${path}`;
    return candidates(whole, reference.isModule === true, from, project);
  });
  const paths = found.map(resolvedPath).filter((path) => path !== undefined);
  return [...new Set(paths)];
}

function candidates(
  path: string,
  isModule: boolean,
  from: ReferencePlace,
  project: Project,
): readonly string[] {
  const { root, servedFolders } = project;
  const served = (rest: string) => servedFolders.map((folder) => `${root}/${folder}/${rest}`);
  if (from.language === 'dart') {
    return path.startsWith('packages/') || path.startsWith('/') ? [] : [`${root}/${path}`];
  }
  const aliased = aliasedFiles(path, project);
  if (aliased !== undefined) return aliased;
  if (path.startsWith('/')) {
    const own = servedFolderOf(from.path, project);
    const first = own === undefined ? [] : [`${root}/${own}${path}`];
    // Vite's dev server and its bundles know sources by their path from the root.
    if (path.startsWith('/src/')) return [`${root}${path}`, ...first, ...served(path)];
    return [...first, ...served(path), `${root}${path}`];
  }
  const beside = `${folderOf(from.path)}/${path}`;
  if (isModule) return path.startsWith('.') || from.language !== 'jsx' ? [beside] : [];
  if (!isOfSite(from.language) || path.startsWith('..')) return [beside];
  // A component's own URLs are the page's, not its file's.
  if (isComponent(from.language) && !path.startsWith('.')) return [...served(path), beside];
  return [beside, ...served(path)];
}

/** What an alias that a framework has by itself means; empty for others, `undefined` where it is none. */
function aliasedFiles(path: string, { root, kind }: Project): readonly string[] | undefined {
  const [, alias, rest = ''] = /^(\$lib|@site|~~|@@|[~@$#][\w-]*)\/(.+)$/.exec(path) ?? [];
  if (alias === undefined) return undefined;
  if (kind === 'sveltekit' && alias === '$lib') return [`${root}/src/lib/${rest}`];
  if (kind === 'docusaurus' && alias === '@site') return [`${root}/${rest}`];
  if (kind === 'nuxt' && (alias === '~~' || alias === '@@')) return [`${root}/${rest}`];
  if (kind === 'nuxt' && (alias === '~' || alias === '@')) {
    return [`${root}/${rest}`, `${root}/app/${rest}`];
  }
  return [];
}

function isComponent(language: CodeLanguage): boolean {
  return ['jsx', 'vue', 'svelte', 'astro'].includes(language);
}

/** Whether a document becomes a page of a site, or a part of one. */
export function isOfSite(language: CodeLanguage): boolean {
  return (
    isComponent(language) ||
    ['markdown', 'mdx', 'html', 'css', 'scss', 'less', 'json', 'yaml'].includes(language)
  );
}
