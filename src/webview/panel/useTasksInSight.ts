import { useEffect, useRef } from 'preact/hooks';
import type { TaskView } from '../../protocol/panel';

/** Whether the tasks come into sight when there is news of one. */
interface Following {
  /** The person has asked for a picture here. */
  readonly start: () => void;
  /** The person has gone on to something else, and the page must not be pulled away. */
  readonly stop: () => void;
}

/** In one column the tasks lie below the form: what became of an order would not be seen. */
export function useTasksInSight(tasks: readonly TaskView[]): Following {
  const following = useRef(false);
  const known = useRef<ReadonlySet<string>>(undefined);

  useEffect(() => {
    const before = known.current;
    // A task is news twice: when it comes, and when it fails.
    known.current = new Set(
      tasks.map(({ id, phase }) => (phase === 'failed' ? `${id} failed` : id)),
    );
    if (before === undefined || !following.current) return;
    if ([...known.current].some((one) => !before.has(one))) bringIntoSight();
  }, [tasks]);

  return {
    start: () => {
      following.current = true;
    },
    stop: () => {
      following.current = false;
    },
  };
}

function bringIntoSight(): void {
  const section = document.querySelector('.tasks');
  const form = document.querySelector('.request');
  if (section === null || form === null) return;
  const { top, bottom } = section.getBoundingClientRect();
  const oneColumn = top >= form.getBoundingClientRect().bottom;
  const outOfSight = bottom <= 0 || top >= window.innerHeight;
  if (!oneColumn && !outOfSight) return;
  section.scrollIntoView({ block: 'nearest', behavior: wantsStillness() ? 'auto' : 'smooth' });
}

/** The editor has a setting of its own beside the system's. */
function wantsStillness(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
