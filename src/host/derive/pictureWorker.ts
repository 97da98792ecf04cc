import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Recipe } from '../../core/assets/recipe';

/** Loads the room, says so, and makes one file for each message. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const derivePicture = require(workerData).openDeriving();
  parentPort.on('message', ({ bytes, recipe }) => {
    derivePicture(bytes, recipe).then(
      (file) => parentPort.postMessage({ file }),
      (error) => parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
  parentPort.postMessage('ready');
`;

/** A thread that has loaded the room. */
interface Thread {
  readonly worker: Worker;
  /** Resolves with nothing when it ends. */
  readonly ended: Promise<unknown[]>;
}

type Answer = { readonly file: Uint8Array } | { readonly error: string };

/** A thread that makes files of pictures, one at a time; it is started when it is first used. */
export class PictureWorker {
  private starting: Promise<Thread | undefined> | undefined;

  constructor(private readonly room: string) {}

  /**
   * The bytes of the file; `undefined` where no thread can be started. Rejects with what the room says, and with the
   * signal's reason, upon which the thread ends at once.
   */
  async derive(
    bytes: Uint8Array,
    recipe: Recipe,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    const thread = await (this.starting ??= start(this.room));
    if (thread === undefined) return undefined;
    try {
      thread.worker.postMessage({ bytes, recipe });
      const answer = await answerOf(thread, signal);
      if ('file' in answer) return answer.file;
      throw new Error(answer.error);
    } catch (error) {
      // A program that failed may have left its memory in any state; the next file gets a new one.
      this.end();
      signal.throwIfAborted();
      throw error;
    }
  }

  /** Ends the thread; it is started again when it is used again. */
  end(): void {
    void this.starting?.then((thread) => thread?.worker.terminate());
    this.starting = undefined;
  }
}

async function start(room: string): Promise<Thread | undefined> {
  try {
    const worker = new Worker(PROGRAM, { eval: true, workerData: room });
    // Whoever waits for an answer hears of it; between two answers nobody does.
    worker.on('error', () => undefined);
    const ended = new Promise<unknown[]>((resolve) => {
      worker.once('exit', () => {
        resolve([]);
      });
    });
    const [ready] = (await Promise.race([once(worker, 'message'), ended])) as unknown[];
    return ready === 'ready' ? { worker, ended } : undefined;
  } catch {
    return undefined;
  }
}

async function answerOf({ worker, ended }: Thread, signal: AbortSignal): Promise<Answer> {
  const answers = once(worker, 'message', { signal });
  const [answer] = (await Promise.race([answers, ended])) as unknown[];
  if (typeof answer === 'object' && answer !== null) return answer as Answer;
  throw new Error('The thread that makes pictures has ended: the memory may not have sufficed.');
}
