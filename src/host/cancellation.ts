import type * as vscode from 'vscode';

/** A signal that aborts when the editor's token is canceled, until it is disposed of. */
export function abortOn(token: vscode.CancellationToken | undefined): {
  readonly signal: AbortSignal;
  readonly dispose: () => void;
} {
  const controller = new AbortController();
  if (token?.isCancellationRequested === true) controller.abort();
  const listener = token?.onCancellationRequested(() => {
    controller.abort();
  });
  return { signal: controller.signal, dispose: () => void listener?.dispose() };
}
