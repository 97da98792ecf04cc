import type { PanelIntent, TaskView } from '../../protocol/panel';
import { Button } from '../controls/button';
import { useL10n } from '../l10n';
import { taskTitle } from './taskTitle';

interface RunningTaskProps {
  readonly task: TaskView;
  readonly now: number;
  readonly send: (intent: PanelIntent) => void;
}

/** A task on its way, with the one thing that can be done to it where it is of this window. */
export function RunningTask({ task, now, send }: RunningTaskProps) {
  const l10n = useL10n();
  return (
    <div class="task">
      <p class="prompt-line" title={taskTitle(task)}>
        {taskTitle(task)}
      </p>
      {task.phase !== 'elsewhere' && (
        <Button
          onClick={() => {
            send({ type: 'cancelTask', id: task.id });
          }}
        >
          {l10n.t('Cancel')}
        </Button>
      )}
      <progress aria-label={l10n.t('Progress')} value={task.progress} max={1} />
      <p class="meta">
        <span>{task.status}</span>
        <span>{task.model}</span>
        <span class="elapsed">{elapsed(now - task.startedAt)}</span>
      </p>
    </div>
  );
}

/** `00:07`, `12:30`. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return [Math.floor(seconds / 60), seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
