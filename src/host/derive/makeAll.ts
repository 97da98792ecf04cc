import * as vscode from 'vscode';

import type { PlannedFile } from '../../core/assets/filePlan';
import type { AssetLocks } from '../lock/assetLocks';
import type { FileDeriver } from './deriveFile';
import type { FileJob } from './fileJobs';

/** A file that was made. */
export interface MadeFile {
  readonly uri: vscode.Uri;
  readonly source: vscode.Uri;
  readonly file: PlannedFile;
}

/** How making files ended. */
export interface MakeResult {
  /** In the order asked for. */
  readonly made: readonly MadeFile[];
  readonly failures: readonly unknown[];
  /** Whether the person canceled: nothing is left then. */
  readonly isCanceled: boolean;
}

/** The thread makes one at a time; meanwhile the next one is read and the last one written. */
const AT_ONCE = 2;

/** Makes the files. One that fails keeps no other from being made; a cancel takes away those that were. Never rejects. */
export async function makeAll(
  jobs: readonly FileJob[],
  {
    deriver,
    locks,
  }: {
    readonly deriver: Pick<FileDeriver, 'deriveFile'>;
    readonly locks: Pick<AssetLocks, 'remove'>;
  },
  signal: AbortSignal,
  onStep: (done: number, all: number) => void,
): Promise<MakeResult> {
  const made = new Map<FileJob, MadeFile>();
  const failures: unknown[] = [];
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { source, file, target } = job;
      try {
        signal.throwIfAborted();
        const uri = await deriver.deriveFile(source, file.recipe, target, signal);
        made.set(job, { uri, source, file });
      } catch (error) {
        failures.push(error);
      }
      onStep(made.size + failures.length, jobs.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!signal.aborted) {
    const inOrder = jobs.flatMap((job) => made.get(job) ?? []);
    return { made: inOrder, failures, isCanceled: false };
  }
  await Promise.all([...made.values()].map(({ uri }) => takeAway(uri, locks)));
  return { made: [], failures: [], isCanceled: true };
}

async function takeAway(uri: vscode.Uri, locks: Pick<AssetLocks, 'remove'>): Promise<void> {
  await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  await locks.remove(uri).catch(() => undefined);
}
