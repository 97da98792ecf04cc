import assert from 'node:assert/strict';
import type { Failure } from '../../src/core/api/failure';
import type { FailedState } from '../../src/core/tasks/task';
import { failureView } from '../../src/host/pages/failureView';
import { createLocalizer } from '../../src/protocol/localizer';

const cost = { credits: 4.5, amount: 0.045, currency: 'USD' } as const;

function viewOf(failure: Failure, more: Partial<FailedState> = {}) {
  const state: FailedState = { phase: 'failed', at: 0, failure, ...more };
  const provider = 'bfl' as const;
  const task = { id: 't', provider, model: 'flux-2-pro', prompt: '', parameters: {}, startedAt: 0 };
  return failureView({ ...task, state }, createLocalizer());
}

describe('a failed task on the panel', () => {
  it('offers what can be done about the task before what can be done about its cause', () => {
    const failure = { code: 'timeout', charged: 'unknown', taskId: '8f3c' } as const;
    const { actions, facts } = viewOf(failure, { created: { id: '8f3c' }, cost });
    assert.deepEqual(actions, [
      { label: 'Keep Waiting', intent: { type: 'fetchTask', id: 't' } },
      { label: 'Open Settings', intent: { type: 'openSettings' } },
    ]);
    assert.deepEqual(facts, ['Task 8f3c', '4.5 credits ($0.045)']);
  });

  it('offers nothing but Dismiss, and tells no facts, where nothing was sent', () => {
    const { actions, facts } = viewOf({ code: 'network', charged: 'no' }, { hasCredits: true });
    assert.deepEqual([actions, facts], [[], []]);
  });

  it('says what a canceled task may still cost', () => {
    const failure = { code: 'canceled', charged: 'unknown', taskId: '8f3c' } as const;
    const view = viewOf(failure, { created: { id: '8f3c' }, cost });
    assert.equal(view.isCanceled, true);
    assert.match(view.message, /It may still be billed: 4\.5 credits \(\$0\.045\)\.$/);
  });
});
