import { useEffect, useRef } from 'preact/hooks';

const pauseMs = 700;

/** Calls back once typing has paused, so that nobody is corrected in the middle of a number. */
export function usePause(onPause: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onPause);
  latest.current = onPause;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      latest.current();
    }, pauseMs);
  };
}
