import { describe, expect, it } from 'vitest';

import type { Failure } from '../../../src/core/api/failure';
import { remediesFor, type TaskRemedy } from '../../../src/core/tasks/remedies';
import type { FailedState } from '../../../src/core/tasks/task';

const created = { id: 'task-1' };
const keptAt = 'file:///unsaved/task-1.png';

describe('remediesFor', () => {
  it.each<[string, Failure, Partial<FailedState>, readonly TaskRemedy[]]>([
    ['was refused', { code: 'invalid-request', charged: 'no' }, {}, []],
    ['never left', { code: 'network', charged: 'no' }, { hasCredits: true }, []],
    ['was canceled in the queue', { code: 'canceled', charged: 'no' }, {}, []],
    ['lost its images', { code: 'canceled', charged: 'no', detail: 'images-gone' }, {}, []],
    ['was not noted', { code: 'save-failed', charged: 'no', detail: 'not-noted' }, {}, []],
    [
      'broke off',
      { code: 'network', charged: 'unknown' },
      { hasCredits: true },
      ['checkBalance', 'sendAgain'],
    ],
    ['broke off, no balance', { code: 'network', charged: 'unknown' }, {}, ['sendAgain']],
    ['met a 500', { code: 'server', charged: 'unknown' }, { hasCredits: false }, ['sendAgain']],
    [
      'was interrupted',
      { code: 'network', charged: 'unknown', detail: 'interrupted' },
      { hasCredits: true },
      ['checkBalance', 'sendAgain'],
    ],
    [
      'was canceled on its way',
      { code: 'canceled', charged: 'unknown' },
      { hasCredits: true },
      ['checkBalance', 'sendAgain'],
    ],
    [
      'was canceled at the service',
      { code: 'canceled', charged: 'unknown' },
      { created, hasCredits: true },
      ['fetchTask'],
    ],
    ['timed out', { code: 'timeout', charged: 'unknown' }, { created }, ['fetchTask']],
    ['lost its key', { code: 'auth', charged: 'unknown' }, { created }, ['fetchTask']],
    [
      'was refused while it ran',
      { code: 'insufficient-credits', charged: 'unknown' },
      { created },
      ['fetchTask'],
    ],
    [
      'was Ready without a picture',
      { code: 'task-failed', charged: 'unknown', detail: 'no-sample' },
      { created },
      ['fetchTask'],
    ],
    [
      'met something unforeseen here',
      { code: 'task-failed', charged: 'unknown', cause: 'TypeError' },
      { created },
      ['fetchTask'],
    ],
    ['lost its link', { code: 'result-expired', charged: 'yes' }, { created }, ['fetchTask']],
    ['came broken', { code: 'bad-image', charged: 'yes' }, { created }, ['fetchTask']],
    [
      'is elsewhere',
      { code: 'task-not-found', charged: 'unknown', detail: 'provider-changed' },
      { created },
      ['fetchTask'],
    ],
    ['was held back', { code: 'content-moderated', charged: 'unknown' }, { created }, []],
    ['failed there', { code: 'task-failed', charged: 'unknown', httpStatus: 200 }, { created }, []],
    ['is kept', { code: 'save-failed', charged: 'yes', keptAt }, { created }, ['saveTaskTo']],
    ['could not be kept', { code: 'save-failed', charged: 'yes' }, { created }, ['fetchTask']],
  ])('of a task that %s', (_, failure, more, remedies) => {
    expect(remediesFor({ phase: 'failed', at: 0, failure, ...more })).toEqual(remedies);
  });
});
