import { join } from 'node:path';

import type { Recipe } from '../../core/assets/recipe';
import { PictureWorker } from './pictureWorker';

/** The bundle that makes pictures: a room that the editor's thread and a worker can load. */
const ROOM = join(__dirname, 'derivePicture.js');

interface Job {
  readonly bytes: Uint8Array;
  readonly recipe: Recipe;
  readonly signal: AbortSignal;
  readonly resolve: (file: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes files of pictures in a thread of its own, one at a time, so that the editor stays quick; the thread is there
 * while there is something to make. Where none can be started it is done in this one.
 */
export class PictureDeriver {
  private readonly waiting: Job[] = [];
  private isRunning = false;

  /** `room` is the bundle of `derivePicture`. */
  constructor(private readonly room = ROOM) {}

  /** The bytes of the file that the recipe makes. Rejects where the picture cannot be read, and with the signal's reason. */
  derive(bytes: Uint8Array, recipe: Recipe, signal: AbortSignal): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ bytes, recipe, signal, resolve, reject });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    const worker = new PictureWorker(this.room);
    for (let job = this.waiting.shift(); job !== undefined; job = this.waiting.shift()) {
      const { bytes, recipe, signal } = job;
      try {
        signal.throwIfAborted();
        job.resolve(
          (await worker.derive(bytes, recipe, signal)) ?? (await deriveHere(bytes, recipe, signal)),
        );
      } catch (error) {
        job.reject(error);
      }
    }
    this.isRunning = false;
    worker.end();
  }
}

async function deriveHere(
  bytes: Uint8Array,
  recipe: Recipe,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { openDeriving } = await import('../../codecs/derivePicture');
  const file = await openDeriving()(bytes, recipe, signal);
  signal.throwIfAborted();
  return file;
}
