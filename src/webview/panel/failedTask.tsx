import type { FailureView, PanelIntent, TaskView } from '../../protocol/panel';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { useL10n } from '../l10n';
import { Moment } from './moment';
import { taskTitle } from './taskTitle';

interface FailedTaskProps {
  readonly task: TaskView;
  readonly failure: FailureView;
  readonly send: (intent: PanelIntent) => void;
}

/** A task that ended without a file: what happened, and what to do next. */
export function FailedTask({ task, failure, send }: FailedTaskProps) {
  const { message, actions, facts = [], isCanceled = false } = failure;
  const l10n = useL10n();
  return (
    <div class="task failed">
      <p class="prompt-line" title={taskTitle(task)}>
        <Icon name={isCanceled ? 'circle-slash' : 'error'} />
        <span>{taskTitle(task)}</span>
      </p>
      <p class="message" role="alert">
        {message}
      </p>
      <p class="meta">
        <span>{task.model}</span>
        <span>
          <Moment at={task.startedAt} />
        </span>
        {facts.map((fact) => (
          <span key={fact} title={fact}>
            {fact}
          </span>
        ))}
      </p>
      <div class="line">
        {actions.map(({ label, intent }) => (
          <Button
            key={label}
            onClick={() => {
              send(intent);
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          onClick={() => {
            send({ type: 'dismissTask', id: task.id });
          }}
        >
          {l10n.t('Dismiss')}
        </Button>
      </div>
    </div>
  );
}
