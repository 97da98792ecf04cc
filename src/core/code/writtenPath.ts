import type { ReferenceSyntax } from './imageReference';
import { folderOf, nameOf, pathWithin, relativePath, resolvedPath } from './paths';
import { isOfSite, servedFolderOf, type Project, type ReferencePlace } from './project';

/**
 * How a document names a file, the inverse of `filesMeantBy`: in a served folder by its URL from the site's root, else
 * relative to the document; percent-encoded as a URL, a path as it is, a resource by its bare name. Quotes and escapes of
 * the place are its own language's. `isModule`: for a bundler, which wants a leading `./` and no URLs.
 */
export function writtenPath(
  file: string,
  from: ReferencePlace,
  project: Project,
  syntax: ReferenceSyntax,
  isModule = false,
): string {
  if (syntax === 'resource') return resourceName(file);
  const path = plainPath(file, from, project, isModule);
  return syntax === 'url' ? encodePath(path) : path;
}

function plainPath(
  file: string,
  from: ReferencePlace,
  project: Project,
  isModule: boolean,
): string {
  if (from.language === 'dart') return pathWithin(project.root, file) ?? otherwise(file, project);
  if (!isModule) {
    const url = rootUrl(file, from, project);
    if (url !== undefined) return url;
  }
  const path = relativePath(baseOf(from, project), file) ?? otherwise(file, project);
  return isModule && !path.startsWith('..') ? `./${path}` : path;
}

/** The folder from which the document's paths count. */
function baseOf({ path, folders }: ReferencePlace, { root }: Project): string {
  const first = folders?.[0] ?? '';
  if (first.startsWith('/')) return resolvedPath(root + first) ?? root;
  return (first === '' ? undefined : resolvedPath(`${folderOf(path)}/${first}`)) ?? folderOf(path);
}

function rootUrl(file: string, from: ReferencePlace, project: Project): string | undefined {
  if (!isOfSite(from.language) || isReadOnItsOwn(from)) return undefined;
  const served = servedFolderOf(file, project);
  // What is served together keeps together wherever the site is put.
  if (served === undefined || served === servedFolderOf(from.path, project)) return undefined;
  return `/${pathWithin(`${project.root}/${served}`, file) ?? ''}`;
}

/** A file that code hosts show as it lies in the repository, where no site is built of it. */
function isReadOnItsOwn({ path }: ReferencePlace): boolean {
  const isNotice = /^(readme|changelog|contributing|license|security|code_of_conduct)\b/i;
  return isNotice.test(nameOf(path)) || path.includes('/.github/');
}

/** Between drives there is no way but by name. */
function otherwise(file: string, { root }: Project): string {
  return pathWithin(root, file) ?? file.replace(/^\/(?=[a-z]:)/i, '');
}

/** The name that code has for an image of a catalogue or of `res`. */
function resourceName(file: string): string {
  const set = /([^/]+)\.imageset\//.exec(file)?.[1];
  return set ?? nameOf(file).replace(/(@\dx)?(\.9)?\.\w+$/, '');
}

/** A path as part of a URL that stands well in quotes, brackets, lists and templates of any language. */
export function encodePath(path: string): string {
  // A lone half of a surrogate pair has no encoding.
  const url = encodeURI(path.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));
  const encoded = url.replace(/[?#'()*&[\],$]/g, percent);
  // `a:b.png` would be of the scheme `a`.
  return encoded.replace(/^[^/]*:/, (first) => first.replaceAll(':', '%3A'));
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
