import { describe, expect, it } from 'vitest';

import type { Failure, FailureCode } from '../../src/core/api/failure';
import type { FailedState } from '../../src/core/tasks/task';
import { createLocalizer } from '../../src/protocol/localizer';
import { taskFacts, taskRemedyLabel, waitingWords } from '../../src/protocol/remedyWords';

const english = createLocalizer();
const created = { id: '8f3c' };
const cost = { credits: 4.5, amount: 0.045, currency: 'USD' } as const;

function ended(failure: Failure, more: Partial<FailedState> = {}): FailedState {
  return { phase: 'failed', at: 0, failure, ...more };
}

describe('taskRemedyLabel', () => {
  it.each([
    ['checkBalance', 'network', 'Check Balance'],
    ['sendAgain', 'network', 'Send Again'],
    ['saveTaskTo', 'save-failed', 'Save to…'],
    ['fetchTask', 'canceled', 'Fetch Anyway'],
    ['fetchTask', 'timeout', 'Keep Waiting'],
    ['fetchTask', 'bad-image', 'Fetch Again'],
  ] as const)('%s after %s', (remedy, code, label) => {
    expect(taskRemedyLabel(remedy, { code }, english)).toBe(label);
  });
});

describe('waitingWords', () => {
  it.each<[string, FailedState, string | undefined]>([
    [
      'a kept picture',
      ended({ code: 'save-failed', charged: 'yes', keptAt: 'file:///a.png' }, { created }),
      'Kept unsaved',
    ],
    [
      'a request that broke off',
      ended({ code: 'network', charged: 'unknown' }, { hasCredits: true }),
      'May have been charged',
    ],
    [
      'a canceled task',
      ended({ code: 'canceled', charged: 'unknown' }, { created }),
      'Can still be fetched',
    ],
    ['a refusal', ended({ code: 'invalid-request', charged: 'no' }), undefined],
  ])('%s', (_, state, words) => {
    expect(waitingWords(state, english)).toBe(words);
  });
});

describe('taskFacts', () => {
  const lost = (charged: Failure['charged'], code: FailureCode = 'task-not-found') =>
    ended({ code, charged, taskId: '8f3c' });

  it('are id and price of a task that can no longer be had', () => {
    expect(taskFacts('bfl', { ...lost('unknown'), cost }, english)).toEqual([
      'Task 8f3c',
      '4.5 credits ($0.045)',
    ]);
  });

  it('say where the service named no price, unless nothing was charged', () => {
    expect(taskFacts('bfl', lost('yes'), english)).toEqual(['Task 8f3c', 'price unknown']);
    expect(taskFacts('bfl', lost('no', 'content-moderated'), english)).toEqual(['Task 8f3c']);
  });

  it('know no price of placeholders', () => {
    expect(taskFacts('demo', { ...lost('unknown'), cost }, english)).toEqual(['Task 8f3c']);
  });

  it('take the id from the answer to the POST where the failure has none', () => {
    const state = ended({ code: 'canceled', charged: 'unknown' }, { created, cost });
    expect(taskFacts('bfl', state, english)[0]).toBe('Task 8f3c');
  });

  it('are none of a request that the service may not have taken', () => {
    expect(taskFacts('bfl', ended({ code: 'network', charged: 'unknown' }), english)).toEqual([]);
  });
});
