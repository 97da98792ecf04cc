/** Runs work of which at most `most` goes on at a time; what comes later waits, in its order. */
export function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let places = most;
  return async (work) => {
    if (places > 0) places -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // A place goes from hand to hand: nobody who comes now gets in before.
      if (next === undefined) places += 1;
      else next();
    }
  };
}
