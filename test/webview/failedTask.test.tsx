import { expect, test } from 'vitest';
import { buttons, click, openPanel, panelState, taskView } from './support';

const startedAt = Date.UTC(2026, 2, 14, 12, 30);

/** A request of which nobody knows whether the service took it. */
const ambiguous = taskView({
  phase: 'failed',
  startedAt,
  failure: {
    message: 'The connection broke off. It may have been charged.',
    fields: [],
    actions: [
      { label: 'Check Balance', intent: { type: 'checkBalance', id: 'task-1' } },
      { label: 'Send Again', intent: { type: 'sendAgain', id: 'task-1' } },
      { label: 'Show Log', intent: { type: 'showLog' } },
    ],
  },
});

function names(): readonly string[] {
  return [...document.querySelectorAll('.task button')].map((button) => button.textContent);
}

test('all that can be done is offered, the most helpful first, Dismiss last', () => {
  const { sent } = openPanel(panelState({ tasks: [ambiguous] }));
  expect(names()).toEqual(['Check Balance', 'Send Again', 'Show Log', 'Dismiss']);
  for (const name of names()) click(name);
  expect(sent).toEqual([
    { type: 'checkBalance', id: 'task-1' },
    { type: 'sendAgain', id: 'task-1' },
    { type: 'showLog' },
    { type: 'dismissTask', id: 'task-1' },
  ]);
});

test('Generate stays the one primary button', () => {
  openPanel(panelState({ tasks: [ambiguous] }));
  expect(document.querySelectorAll('.task .primary')).toHaveLength(0);
});

test('a task that the service took is told with id, price and time', () => {
  const { failure } = ambiguous;
  if (failure === undefined) throw new Error('no failure');
  const facts = ['Task 8f3c', '4.5 credits ($0.045)'];
  openPanel(panelState({ tasks: [{ ...ambiguous, failure: { ...failure, facts } }] }));
  const pieces = [...document.querySelectorAll('.task .meta > span')].map((one) => one.textContent);
  expect(pieces).toEqual(['flux-2-pro', expect.stringContaining('2026'), ...facts]);
  const time = document.querySelector('.task time');
  expect(time?.getAttribute('datetime')).toBe(new Date(startedAt).toISOString());
});

test('a task that another window works on runs without Cancel, and is no news', () => {
  const { show } = openPanel(panelState());
  const status = 'Running in another window';
  show(panelState({ tasks: [taskView({ phase: 'elsewhere', status })] }));
  expect(document.querySelector('.task')?.textContent).toContain(status);
  expect(document.querySelector('.task progress')).not.toBeNull();
  expect(buttons('Cancel')).toHaveLength(0);
  expect(document.querySelector('[role="status"]')?.textContent).toBe('');
});
