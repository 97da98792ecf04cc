import * as vscode from 'vscode';

import { languageOf } from '../../core/code/language';
import { pathWithin } from '../../core/code/paths';
import type { Project } from '../../core/code/project';
import type { TextEdit } from '../../core/code/writing/picture';
import type { FindOriginPorts } from '../origin/findOrigin';
import { pictureOf } from './pictureOf';
import type { Projects } from './projects';

export interface InsertionPorts extends FindOriginPorts {
  readonly projects: Pick<Projects, 'of'>;
}

/** What naming images changes. */
export interface InsertionEdits {
  /** One for each place, in the order that they were asked for. */
  readonly references: readonly vscode.TextEdit[];
  /** Elsewhere in the same document: imports. */
  readonly imports: readonly vscode.TextEdit[];
  /** In the project's list of assets, where it has one. */
  readonly listed?: { readonly file: vscode.Uri; readonly edit: vscode.TextEdit };
}

/** Writes references to image files into documents, as their languages and projects want them. */
export class ReferenceInsertion {
  constructor(private readonly ports: InsertionPorts) {}

  /** At the cursors of an editor, which is shown; one undo takes all of a document back. False where it cannot be edited. */
  async into(editor: vscode.TextEditor, images: readonly vscode.Uri[]): Promise<boolean> {
    const { document } = editor;
    const shown = await vscode.window.showTextDocument(document, {
      viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    });
    const edits = await this.edits(document, () => shown.selections, images);
    const isDone = await shown.edit((edit) => {
      for (const { range, newText } of [...edits.imports, ...edits.references]) {
        edit.replace(range, newText);
      }
    });
    if (isDone) await list(edits);
    return isDone;
  }

  /** The same at a place of a document that may be in no editor; it is shown where nobody sees it. */
  async at(
    document: vscode.TextDocument,
    range: vscode.Range,
    images: readonly vscode.Uri[],
  ): Promise<boolean> {
    const edits = await this.edits(document, () => [range], images);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [...edits.imports, ...edits.references]);
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    await list(edits);
    const isSeen = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    if (!isSeen) await vscode.window.showTextDocument(document, { preview: false });
    return true;
  }

  /** What naming the images at the places changes. They are asked for again where the document changes meanwhile. */
  async edits(
    document: vscode.TextDocument,
    places: () => readonly vscode.Range[],
    images: readonly vscode.Uri[],
  ): Promise<InsertionEdits> {
    const { uri } = document;
    const project = await this.ports.projects.of(uri);
    const pictures = await Promise.all(images.map((image) => pictureOf(image, uri, this.ports)));
    const language = languageOf(uri.path, document.languageId);
    const { writeReferences } = await import('../../core/code/writing/writeReferences');
    for (;;) {
      const { version } = document;
      const spans = places().map((range) => ({
        start: document.offsetAt(range.start),
        end: document.offsetAt(range.end),
      }));
      const text = document.getText();
      const at = { path: uri.path, language, text, project };
      const written = await writeReferences(at, spans, pictures);
      const listed =
        language === 'dart'
          ? await listedInPubspec(
              uri,
              project,
              pictures.map(({ path }) => path),
            )
          : undefined;
      if (document.version !== version) continue;
      return {
        references: written.references.map((edit) => editIn(document, edit)),
        imports: written.imports.map((edit) => editIn(document, edit)),
        ...(listed === undefined ? {} : { listed }),
      };
    }
  }
}

function editIn(document: vscode.TextDocument, { start, end, text }: TextEdit): vscode.TextEdit {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return vscode.TextEdit.replace(range, text);
}

/** Flutter packs what its `pubspec.yaml` lists. */
async function listedInPubspec(
  document: vscode.Uri,
  { root, kind }: Project,
  images: readonly string[],
): Promise<InsertionEdits['listed']> {
  const paths = images.map((path) => pathWithin(root, path)).filter((path) => path !== undefined);
  if (kind !== 'flutter' || paths.length === 0) return undefined;
  const file = document.with({ path: `${root}/pubspec.yaml` });
  const pubspec = await vscode.workspace.openTextDocument(file);
  const { assetsInPubspec } = await import('../../core/code/writing/pubspec');
  const edit = assetsInPubspec(pubspec.getText(), paths);
  return edit === undefined ? undefined : { file, edit: editIn(pubspec, edit) };
}

/** On disk too, where nothing else in the list waits to be saved: the app's tools read it there. */
async function list({ listed }: InsertionEdits): Promise<void> {
  if (listed === undefined) return;
  const document = await vscode.workspace.openTextDocument(listed.file);
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  edit.set(listed.file, [listed.edit]);
  if ((await vscode.workspace.applyEdit(edit)) && wasSaved) await document.save();
}
