import * as vscode from 'vscode';

import type { TextSpan } from '../../core/code/imageReference';
import { Disposable } from '../disposable';

/** A place in a document that keeps its meaning while the document is edited around it, and over its closing. */
export class TrackedPlace extends Disposable {
  private span: TextSpan;
  /** What it replaces. */
  private readonly words: string;
  /** The text as it was when the document was closed. */
  private closedText: string | undefined;
  private readonly uri: vscode.Uri;

  constructor(document: vscode.TextDocument, span: TextSpan) {
    super();
    this.uri = document.uri;
    this.span = span;
    this.words = document.getText().slice(span.start, span.end);
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
        if (!this.isMine(changed)) return;
        for (const { rangeOffset, rangeLength, text } of contentChanges) {
          const moved = (offset: number) => shifted(offset, rangeOffset, rangeLength, text.length);
          this.span = { start: moved(this.span.start), end: moved(this.span.end) };
        }
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (this.isMine(closed)) this.closedText = closed.getText();
      }),
    );
  }

  /**
   * Where it is now, in its document, which is opened again where it was closed; `undefined` where it cannot be said any
   * more: the file is gone, or it was changed while it was closed.
   */
  async find(): Promise<{ document: vscode.TextDocument; range: vscode.Range } | undefined> {
    const { closedText } = this;
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(this.uri);
    } catch {
      return undefined;
    }
    const text = document.getText();
    if (closedText !== undefined && closedText !== text) return undefined;
    const { start, end } = this.span;
    // What was selected and has been changed since stays, and the reference comes behind it.
    const from = text.slice(start, end) === this.words ? start : end;
    const range = new vscode.Range(document.positionAt(from), document.positionAt(end));
    return { document, range };
  }

  private isMine({ uri }: vscode.TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }
}

/** Where an offset is after `removed` units at `at` became `added` ones; inside them it is at their end. */
function shifted(offset: number, at: number, removed: number, added: number): number {
  if (offset < at) return offset;
  return offset >= at + removed ? offset + added - removed : at + added;
}
