import assert from 'node:assert/strict';

import type { Task } from '../../src/core/tasks/task';
import { TaskList } from '../../src/host/tasks/taskList';

const created = { id: 'task-1' };
const task: Task = {
  id: 'ours-1',
  provider: 'bfl',
  model: 'flux-2-pro',
  prompt: 'A red boat',
  parameters: {},
  startedAt: 1,
  state: { phase: 'running', created },
};

describe('the list of tasks', () => {
  it('tells of a state that is another one, and of none that a poll has found again', () => {
    const tasks = new TaskList();
    tasks.add(task, new AbortController().signal);
    let told = 0;
    tasks.onDidChange(() => (told += 1));
    for (const status of ['Pending', 'Pending', 'Pending', 'Generating', 'Generating'])
      tasks.setState('ours-1', { phase: 'running', created: { ...created }, status });
    assert.equal(told, 2);
    tasks.setState('ours-1', { phase: 'running', created, status: 'Generating', progress: 0.5 });
    assert.equal(told, 3);
    assert.deepEqual(tasks.all[0]?.state, {
      phase: 'running',
      created,
      status: 'Generating',
      progress: 0.5,
    });
    tasks.dispose();
  });
});
