import * as vscode from 'vscode';

/** How far something is: words, and what has been done since the last step, in percent. */
interface Step {
  readonly message?: string;
  readonly increment?: number;
}

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

/** Shows in a notification that something goes on, with a button that aborts the signal, until the work has ended. */
export async function showCancelable<T>(
  title: string,
  work: (signal: AbortSignal, progress: vscode.Progress<Step>) => Promise<T>,
): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const { signal, dispose } = abortOn(token);
      return work(signal, progress).finally(dispose);
    },
  );
}
