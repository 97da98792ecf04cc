import * as vscode from 'vscode';

import { languageOf } from '../../core/code/language';
import type { Picture } from '../../core/code/writing/picture';
import type { FindOriginPorts } from '../origin/findOrigin';
import { pictureOf } from './pictureOf';
import type { Projects } from './projects';
import { listedInPubspec, writeListed, type ListEdit } from './pubspecAssets';
import { editIn } from './textEdits';

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
  readonly listed?: ListEdit;
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
    if (isDone && edits.listed !== undefined) await writeListed(edits.listed);
    return isDone;
  }

  /** The same at a place of a document that may be in no editor; it is shown where nobody sees it. */
  async at(
    document: vscode.TextDocument,
    range: vscode.Range,
    images: readonly vscode.Uri[],
  ): Promise<boolean> {
    return this.write(document, await this.edits(document, () => [range], images));
  }

  /** Writes edits of a document, which is shown where nobody sees it. False where it cannot be edited. */
  async write(document: vscode.TextDocument, edits: InsertionEdits): Promise<boolean> {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [...edits.imports, ...edits.references]);
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    if (edits.listed !== undefined) await writeListed(edits.listed);
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
    const pictures = await Promise.all(images.map((image) => pictureOf(image, uri, this.ports)));
    return this.editsOf(document, places, pictures);
  }

  /** The same for pictures of which all is known that a document says. */
  async editsOf(
    document: vscode.TextDocument,
    places: () => readonly vscode.Range[],
    pictures: readonly Picture[],
  ): Promise<InsertionEdits> {
    const { uri } = document;
    const project = await this.ports.projects.of(uri);
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
