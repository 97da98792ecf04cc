import { useEffect, useState } from 'preact/hooks';
import type { PanelIntent, TaskView } from '../../protocol/panel';
import { useL10n } from '../l10n';
import { memo } from '../memo';
import { FailedTask } from './failedTask';
import { RunningTask } from './runningTask';

interface TaskListProps {
  readonly tasks: readonly TaskView[];
  readonly send: (intent: PanelIntent) => void;
}

/** What is being made, and what could not be. */
export const TaskList = memo(function TaskList({ tasks, send }: TaskListProps) {
  const l10n = useL10n();
  const now = useSeconds(tasks.some(({ phase }) => phase !== 'failed'));
  return (
    <section class="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{l10n.t('Tasks')}</h2>
      <ul role="list">
        {tasks.map((task) => (
          <li key={task.id}>
            {task.failure === undefined ? (
              <RunningTask task={task} now={now} send={send} />
            ) : (
              <FailedTask task={task} failure={task.failure} send={send} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
});

/** The wall clock, once a second while anybody looks. */
function useSeconds(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [ticking]);
  return now;
}
