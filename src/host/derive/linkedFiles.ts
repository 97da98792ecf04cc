import type * as vscode from 'vscode';

import type { LinkedFile } from '../../core/assets/fileSnippets';
import { languageOf } from '../../core/code/language';
import type { Project } from '../../core/code/project';
import { writtenPath } from '../../core/code/writtenPath';
import type { MadeFile } from './makeAll';

/** A text in which files are named. */
export type PageEditor = Pick<vscode.TextDocument, 'uri' | 'languageId'>;

/** The files with their URLs as this page names them; without one, as a page at the project's root does. */
export function linkedFiles(
  made: readonly MadeFile[],
  project: Project,
  page?: PageEditor,
): readonly LinkedFile[] {
  return made.map(({ uri, file }) => ({ ...file, url: urlIn(page, uri, project) }));
}

/** The URL of a file as a page names it. */
export function urlIn(page: PageEditor | undefined, file: vscode.Uri, project: Project): string {
  const from =
    page?.uri.scheme === file.scheme
      ? { path: page.uri.path, language: languageOf(page.uri.path, page.languageId) }
      : ({ path: `${project.root}/index.html`, language: 'html' } as const);
  return writtenPath(file.path, from, project, 'url');
}
