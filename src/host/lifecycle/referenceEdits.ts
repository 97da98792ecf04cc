import * as vscode from 'vscode';

import { movedPath, movedReference } from '../../core/code/movedReference';
import type { Projects } from '../code/projects';
import type { ImageIndex, PlacedReference } from '../needed/imageIndex';
import { referenceInDocument } from '../needed/referenceInDocument';

/** A file or folder that gets another place. */
export interface Move {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
}

/** What edits of references need. */
export interface ReferenceEditPorts {
  readonly index: Pick<ImageIndex, 'referencesTo'>;
  readonly projects: Pick<Projects, 'of'>;
}

/** How an edit is shown to the person who decides on it. */
export type Confirmation = vscode.WorkspaceEditEntryMetadata;

/** What code has to say where these files have moved. Documents that move, too, are edited where they lie now. */
export async function editsForMoves(
  moves: readonly Move[],
  files: readonly vscode.Uri[],
  { index, projects }: ReferenceEditPorts,
  confirmation: Confirmation,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    for (const placed of index.referencesTo(file)) {
      const text = await textAfter(file, placed, moves, projects);
      if (text !== undefined) edit.replace(placed.document, placed.range, text, confirmation);
    }
  }
  return edit;
}

/** What a reference has to say after the moves; `undefined` where it may stay, or is not what it was any more. */
async function textAfter(
  file: vscode.Uri,
  placed: PlacedReference,
  moves: readonly Move[],
  projects: ReferenceEditPorts['projects'],
): Promise<string | undefined> {
  const { document, language } = placed;
  const opened = await vscode.workspace.openTextDocument(document);
  const reference = referenceInDocument(placed, opened);
  if (reference === undefined) return undefined;
  const project = await projects.of(document);
  const written = (moved: readonly Move[]) => {
    const root = placeAfter(document.with({ path: project.root }), moved).path;
    return movedReference(placeAfter(file, moved).path, reference, {
      path: placeAfter(document, moved).path,
      language,
      text: opened.getText(),
      project: { ...project, root },
    });
  };
  const text = written(moves);
  // A name that may be written in another way, too, stays as its author has it.
  return text === written([]) ? undefined : text;
}

/** What goes from code together with these files: all that stands there for an image alone. */
export async function editsForDeletions(
  files: readonly vscode.Uri[],
  { index }: Pick<ReferenceEditPorts, 'index'>,
  confirmation: Confirmation,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const placed of files.flatMap((file) => index.referencesTo(file))) {
    const range = await wholeRange(placed);
    if (range !== undefined) edit.delete(placed.document, range, confirmation);
  }
  return edit;
}

async function wholeRange({
  document,
  reference,
  range,
}: PlacedReference): Promise<vscode.Range | undefined> {
  if (reference.whole === undefined) return undefined;
  const opened = await vscode.workspace.openTextDocument(document);
  // The text may have changed since it was looked through.
  if (opened.getText(range) !== reference.raw) return undefined;
  const { start, end } = reference.whole;
  return new vscode.Range(opened.positionAt(start), opened.positionAt(end));
}

/** Where a file lies after the moves. */
export function placeAfter(file: vscode.Uri, moves: readonly Move[]): vscode.Uri {
  const move = moves.find(
    ({ from }) => from.scheme === file.scheme && movedPath(file.path, from.path, '') !== file.path,
  );
  return move === undefined
    ? file
    : move.to.with({ path: movedPath(file.path, move.from.path, move.to.path) });
}
