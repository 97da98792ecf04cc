/**
 * Work that all who ask for it at one moment share. Each call resolves with what a run gives that began with it or after
 * it, and rejects as that run does; there is one run at a time.
 */
export function shareRuns<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (next !== undefined) return next;
    if (running === undefined) return begin();
    // The one that is under way may have begun before what is asked for was there.
    next = running.then(begin, begin);
    return next;
  };
}
