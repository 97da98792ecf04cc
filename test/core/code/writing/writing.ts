import { languageOf } from '../../../../src/core/code/language';
import { plainProject, type Project, type ProjectKind } from '../../../../src/core/code/project';
import type { Picture, TextEdit } from '../../../../src/core/code/writing/picture';
import { writeReferences } from '../../../../src/core/code/writing/writeReferences';
import type { FoundImage } from './reading/foundImage';

/** A text with a mark where the picture is to be named, and what the language's own parser finds then. */
export type LanguageRow = [
  what: string,
  path: string,
  marked: string,
  find: (text: string) => readonly FoundImage[],
  found: FoundImage,
  project?: Project,
  of?: Picture,
];

/** A picture of a project at `/w`. */
export function picture(path = 'img/hero.png', more: Partial<Picture> = {}): Picture {
  return { path: `/w/${path}`, alt: 'A red fox', width: 640, height: 480, ...more };
}

/** A project at `/w`. */
export function project(kind: ProjectKind = 'plain', ...servedFolders: string[]): Project {
  return { ...plainProject('/w'), kind, servedFolders };
}

/** The text after the pictures are named at each `‸` of it. `path` is in `/w`. */
export async function named(
  path: string,
  marked: string,
  pictures: Picture | readonly Picture[] = picture(),
  of: Project = project(),
): Promise<string> {
  const parts = marked.split('‸');
  const places = parts.slice(0, -1).map((_, n) => parts.slice(0, n + 1).join('').length);
  const text = parts.join('');
  const { references, imports } = await writeReferences(
    { path: `/w/${path}`, language: languageOf(path), text, project: of },
    places.map((place) => ({ start: place, end: place })),
    [pictures].flat(),
  );
  return applied(text, [...references, ...imports]);
}

/** The text with the edits in it, from the last to the first. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}
