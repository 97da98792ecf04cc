import * as vscode from 'vscode';

import { findReferences } from '../../core/code/findReferences';
import type { TextSpan } from '../../core/code/imageReference';
import { languageOf } from '../../core/code/language';
import { movedReference } from '../../core/code/movedReference';
import { filesMeantBy } from '../../core/code/project';
import type { Picture } from '../../core/code/writing/picture';
import {
  beforeWritten,
  findWritten,
  withEnds,
  type WrittenChange,
} from '../../core/code/writing/writtenChange';
import type { FindOriginPorts } from '../origin/findOrigin';
import { pictureOf } from './pictureOf';
import type { Projects } from './projects';
import type { InsertionEdits, ReferenceInsertion } from './referenceInsertion';
import { applyQuietly, openDocument } from './textEdits';

export interface TemporaryReferencePorts extends FindOriginPorts {
  readonly projects: Pick<Projects, 'of'>;
  readonly insertion: Pick<ReferenceInsertion, 'editsOf' | 'write'>;
}

/** A reference to a picture that is still to come. */
export interface PlannedReference {
  /** To be noted before it is written: the reference first, then what it needs elsewhere. */
  readonly changes: readonly WrittenChange[];
  /** Writes it; false where its place is gone, or wants another reference by now. */
  readonly write: () => Promise<boolean>;
}

/** A place in a document, as it is now. */
export interface DocumentPlace {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

/**
 * References that were written before their pictures: planned, and later brought in line with what came of those. What
 * somebody has changed since is theirs, and so are the documents of other windows.
 */
export class TemporaryReferences {
  constructor(private readonly ports: TemporaryReferencePorts) {}

  /** What naming the picture at a place changes; `undefined` where the place is gone. */
  async plan(
    picture: Picture,
    find: () => Promise<DocumentPlace | undefined>,
  ): Promise<PlannedReference | undefined> {
    const { insertion } = this.ports;
    const look = async () => {
      const there = await find();
      if (there === undefined) return undefined;
      const { document, range } = there;
      const edits = await insertion.editsOf(document, () => [range], [picture]);
      return { document, edits, changes: await changesOf(document, edits) };
    };
    const planned = await look();
    if (planned === undefined) return undefined;
    const { changes } = planned;
    const write = async () => {
      const now = await look();
      const isSame = JSON.stringify(now?.changes) === JSON.stringify(changes);
      return now !== undefined && isSame && insertion.write(now.document, now.edits);
    };
    return { changes, write };
  }

  /** Takes back what still stands there word for word, all that belongs together or nothing. */
  async takeAway(changes: readonly WrittenChange[]): Promise<void> {
    const found = await locate(changes);
    if (found === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    for (const { document, changes: own, spans } of found) {
      spans.forEach((span, n) => {
        replace(edit, document, span, own[n]?.instead ?? '');
      });
    }
    await applyQuietly(edit);
  }

  /**
   * Lets what was written for a picture at `expected` say what became of it: another format, a counter in its name, a
   * size that nobody could foretell. What was edited meanwhile keeps all but the path.
   */
  async settle(
    changes: readonly WrittenChange[],
    expected: vscode.Uri,
    image: vscode.Uri,
  ): Promise<void> {
    const edit = (await this.rewritten(changes, image)) ?? new vscode.WorkspaceEdit();
    if (edit.size === 0 && expected.toString() !== image.toString()) {
      await this.rename(edit, changes, expected, image);
    }
    if (edit.size > 0) await applyQuietly(edit);
  }

  /** `undefined` where what was written does not stand there any more. */
  private async rewritten(
    changes: readonly WrittenChange[],
    image: vscode.Uri,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const [code, list] = (await locate(changes)) ?? [];
    if (code === undefined) return undefined;
    const { document, spans } = code;
    const { projects } = this.ports;
    const project = await projects.of(document.uri);
    const picture = await pictureOf(image, document.uri, this.ports);
    const before = beforeWritten(document.getText(), code.changes, spans);
    const { path } = document.uri;
    const language = languageOf(path, document.languageId);
    const { writeReferences } = await import('../../core/code/writing/writeReferences');
    const at = { path, language, text: before.text, project };
    const { references, imports } = await writeReferences(at, [before.first], [picture]);
    const texts = [...references, ...imports].map(({ text }) => text);
    if (texts.length !== spans.length) return undefined;
    const edit = new vscode.WorkspaceEdit();
    spans.forEach((span, n) => {
      replace(edit, document, span, texts[n] ?? '');
    });
    const [span] = list?.spans ?? [];
    if (list === undefined || span === undefined) return edit;
    const { assetsInPubspec } = await import('../../core/code/writing/pubspec');
    const unlisted = beforeWritten(list.document.getText(), list.changes, list.spans);
    const entry = assetsInPubspec(unlisted.text, [picture.path.slice(project.root.length + 1)]);
    replace(edit, list.document, span, entry?.text ?? '');
    return edit;
  }

  /** Lets all that means the expected file in the document name the image. */
  private async rename(
    edit: vscode.WorkspaceEdit,
    [first]: readonly WrittenChange[],
    expected: vscode.Uri,
    image: vscode.Uri,
  ): Promise<void> {
    const document = await openOwn(first?.document);
    if (document === undefined) return;
    const { path } = document.uri;
    const from = { path, language: languageOf(path, document.languageId) };
    const project = await this.ports.projects.of(document.uri);
    const at = { ...from, text: document.getText(), project };
    for (const reference of await findReferences(from.language, at.text, path)) {
      if (!filesMeantBy(reference, from, project).includes(expected.path)) continue;
      const written = movedReference(image.path, reference, at);
      if (written !== undefined) replace(edit, document, reference, written);
    }
  }
}

/** What stands of changes in one document. */
interface Located {
  readonly document: vscode.TextDocument;
  readonly changes: readonly WrittenChange[];
  readonly spans: readonly TextSpan[];
}

/** Where changes stand: in the reference's own document, then in others where they still do; `undefined` without the first. */
async function locate(changes: readonly WrittenChange[]): Promise<readonly Located[] | undefined> {
  const uris = [...new Set(changes.map(({ document }) => document))];
  const found = await Promise.all(
    uris.map(async (uri) => {
      const document = await openOwn(uri);
      const own = changes.filter((change) => change.document === uri);
      const spans = document && findWritten(document.getText(), own);
      return document && spans && { document, changes: own, spans };
    }),
  );
  return found[0] === undefined ? undefined : found.filter((each) => each !== undefined);
}

/** A document of this window; `undefined` where it is gone, too. */
async function openOwn(address: string | undefined): Promise<vscode.TextDocument | undefined> {
  if (address === undefined) return undefined;
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  if (open !== undefined) return open;
  const uri = vscode.Uri.parse(address, true);
  if (vscode.workspace.getWorkspaceFolder(uri) === undefined) return undefined;
  return openDocument(uri);
}

async function changesOf(
  document: vscode.TextDocument,
  { references, imports, listed }: InsertionEdits,
): Promise<readonly WrittenChange[]> {
  const own = [...references, ...imports].map((edit) => changeOf(document, edit));
  if (listed === undefined) return own;
  return [...own, changeOf(await vscode.workspace.openTextDocument(listed.file), listed.edit)];
}

function changeOf(
  document: vscode.TextDocument,
  { range, newText }: vscode.TextEdit,
): WrittenChange {
  const [text, instead] = [newText, document.getText(range)].map((each) => withEnds(each, ''));
  return { document: document.uri.toString(), text: text ?? '', instead: instead ?? '' };
}

/** Leaves alone what stands there already. */
function replace(
  edit: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  { start, end }: TextSpan,
  text: string,
): void {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const written = withEnds(text, document.getText());
  if (document.getText(range) !== written) edit.replace(document.uri, range, written);
}
