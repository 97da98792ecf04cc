import type { Exclusively } from '../../../src/host/storage/fileLock';

/** A lock for one window: work of any name runs in turn. `heard` gets the names. */
export function oneAtATime(heard: string[] = []): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return (name, work) => {
    heard.push(name);
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
