import type * as vscode from 'vscode';

/** An AbortSignal that aborts when the editor's token is canceled. */
export function signalOf(token: vscode.CancellationToken | undefined): AbortSignal {
  const controller = new AbortController();
  if (token?.isCancellationRequested === true) controller.abort();
  else
    token?.onCancellationRequested(() => {
      controller.abort();
    });
  return controller.signal;
}
