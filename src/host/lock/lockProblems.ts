import * as vscode from 'vscode';

import type { TextSpan } from '../../core/code/imageReference';
import { isProblem, parseLock, type LockProblem } from '../../core/assets/lock/parseLock';
import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import { PROBLEM_SOURCE } from '../problems';
import { problemWords } from './lockWords';

/** What can be wrong with a lock, or with a file that it speaks of: the codes of its Problems. */
export type LockProblemCode =
  'lock-broken' | 'asset-missing' | 'asset-changed' | 'asset-unknown' | 'asset-unused';

/** The Problems of the locks. */
export class LockProblems extends Disposable {
  private readonly collection = this.register(
    vscode.languages.createDiagnosticCollection('fluxAssets.lock'),
  );

  constructor(private readonly l10n: Localizer) {
    super();
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.follow(document.uri, document.getText());
      }),
    );
  }

  /** Shows what is wrong with a lock's files, and nothing else of it. */
  show(lock: vscode.Uri, problems: readonly vscode.Diagnostic[]): void {
    this.collection.set(lock, problems);
  }

  /** Shows why a lock cannot be used. */
  showBroken(lock: vscode.Uri, text: string, problem: LockProblem): void {
    const words = problemWords(problem, this.l10n);
    const error = vscode.DiagnosticSeverity.Error;
    this.collection.set(lock, [lockProblem('lock-broken', rangeOf(text, problem), words, error)]);
  }

  /** Where the first one of a lock is. */
  first(lock: vscode.Uri): vscode.Range | undefined {
    return this.collection.get(lock)?.[0]?.range;
  }

  /** The lock can be used again. */
  showSound(lock: vscode.Uri): void {
    if (this.isBroken(lock)) this.collection.delete(lock);
  }

  private isBroken(lock: vscode.Uri): boolean {
    return this.collection.get(lock)?.some(({ code }) => code === 'lock-broken') ?? false;
  }

  /** A lock that was found broken says at each keystroke where it still is. */
  private follow(lock: vscode.Uri, text: string): void {
    if (!this.isBroken(lock)) return;
    const read = parseLock(text);
    if (isProblem(read)) this.showBroken(lock, text, read);
    else this.showSound(lock);
  }
}

/** One Problem at a place of a lock. */
export function lockProblem(
  code: LockProblemCode,
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(range, message, severity);
  problem.source = PROBLEM_SOURCE;
  problem.code = code;
  return problem;
}

/** A place of a text in the editor's terms. */
export function rangeOf(text: string, { start, end }: TextSpan): vscode.Range {
  return new vscode.Range(positionOf(text, start), positionOf(text, end));
}

function positionOf(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}
