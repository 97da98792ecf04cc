import { Worker } from 'node:worker_threads';

import type { LocatedReference } from '../../core/code/locateReferences';
import type { CodeSource } from './locateInSource';

/** Parsers of large files are greedy; more than this, in MB, and the thread ends instead of the extension host. */
const MOST_MEMORY_MB = 512;

export interface ParseJob {
  readonly id: number;
  readonly code: CodeSource;
}

export interface ParseAnswer {
  readonly id: number;
  readonly found: readonly LocatedReference[];
}

/** Who is told what becomes of a thread. */
export interface ThreadListener {
  /** It runs and takes jobs. */
  onReady(): void;
  onAnswer(answer: ParseAnswer): void;
  /** It has ended by itself: it could not start, ran out of memory or met a parser's worst. */
  onEnd(reason: string): void;
}

/** Something that finds references beside the extension host's own thread and answers in the order of the jobs. */
export interface ParserThread {
  post(job: ParseJob): void;
  /** Ends it at once, in the middle of a job too; its listener hears no more. */
  stop(): void;
}

export type StartThread = (listener: ThreadListener) => ParserThread;

/** Starts threads that run a bundle of `referenceWorker.ts`; `file` is its path. */
export function threadsOf(file: string): StartThread {
  return (listener) => {
    const worker = new Worker(file, {
      // The host's own switches (a debugger's port) are not for its threads.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // It must not keep a window open that closes.
    worker.unref();
    worker.on('message', (message: ParseAnswer | 'ready') => {
      if (message === 'ready') listener.onReady();
      else listener.onAnswer(message);
    });
    worker.on('error', (error) => {
      listener.onEnd(error instanceof Error ? error.name : 'error');
    });
    worker.on('exit', (code) => {
      listener.onEnd(`exit ${String(code)}`);
    });
    return {
      post: (job) => {
        worker.postMessage(job);
      },
      stop: () => {
        worker.removeAllListeners();
        // What a thread throws while it is being ended is nobody's concern.
        worker.on('error', () => undefined);
        void worker.terminate();
      },
    };
  };
}
