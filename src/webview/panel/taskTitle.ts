import { modelOf } from '../../core/api/models';
import type { TaskView } from '../../protocol/panel';

/** What a task is called: by its prompt, or by its model where that takes none. */
export function taskTitle({ prompt, model }: TaskView): string {
  return prompt.trim() === '' ? modelOf(model).label : prompt;
}
