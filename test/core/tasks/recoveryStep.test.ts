import { describe, expect, it } from 'vitest';

import type { Failure } from '../../../src/core/api/failure';
import type { Provider } from '../../../src/core/api/provider';
import { resolveProvider } from '../../../src/core/api/providers';
import type { EndedState, JournalState } from '../../../src/core/tasks/journalEntry';
import { afterCrash, askedAgain, endedByNetworkLoss } from '../../../src/core/tasks/recoveryStep';
import { journalEntry } from '../../support/journalEntry';

const settings = {
  demoBaseUrl: 'http://127.0.0.1:2222/v1',
  exchangeRate: 4,
  custom: { baseUrl: '', authHeader: 'bearer', polling: 'get_result', rate: 1 },
} as const;
const bfl = resolveProvider('bfl', settings);
const demo = resolveProvider('demo', settings);
const created = { id: 'task-1' };
const finished = { sample: 'https://delivery.bfl.ai/x' };
const running: JournalState = { phase: 'running', at: 1, created };
const ready: JournalState = { phase: 'ready', at: 1, created, finished };
const asset = {
  id: 'ours-1',
  uri: 'file:///project/assets/a.png',
  provider: 'bfl',
  model: 'flux-2-pro',
  prompt: 'A red boat',
  parameters: {},
  taskId: 'task-1',
  width: 64,
  height: 64,
  format: 'png',
  createdAt: 1,
} as const;
const saving: JournalState = { ...ready, phase: 'saving', asset, digest: 'abc' };

/** The state in which a task goes on. */
function goesOn(state: JournalState, provider: Provider | undefined = bfl, order = {}) {
  return afterCrash(journalEntry({ state, order }), provider, 5000).state;
}

describe('a task whose window is gone', () => {
  it.each<JournalState>([{ phase: 'queued' }, running, ready, saving])(
    'goes on where it stood: $phase',
    (state) => {
      expect(goesOn(state)).toEqual(state);
    },
  );

  it('is never sent again when it may have arrived, and says so', () => {
    expect(goesOn({ phase: 'sending', at: 1 })).toEqual({
      phase: 'ended',
      at: 5000,
      failure: { code: 'network', charged: 'unknown', detail: 'interrupted' },
    });
  });

  it('is not sent without the images that were given with it', () => {
    const state = goesOn({ phase: 'queued' }, bfl, { hadImages: true });
    expect(state).toMatchObject({ failure: { code: 'canceled', charged: 'no' } });
  });

  it.each<[JournalState, Failure['charged']]>([
    [{ phase: 'queued' }, 'no'],
    [running, 'unknown'],
    [ready, 'yes'],
    [saving, 'yes'],
  ])('is not asked for at another address than that which took it: $0.phase', (state, charged) => {
    const elsewhere = { ...bfl, baseUrl: 'https://other.example/v1' };
    for (const provider of [elsewhere, undefined]) {
      expect(afterCrash(journalEntry({ state }), provider, 5000).state).toMatchObject({
        phase: 'ended',
        failure: { code: 'task-not-found', charged, detail: 'provider-changed' },
      });
    }
  });

  it.each<JournalState>([{ phase: 'queued' }, { phase: 'sending', at: 1 }, running, ready, saving])(
    'is made again for free where its simulator died with it: $phase',
    (state) => {
      const order = { provider: 'demo', baseUrl: 'http://127.0.0.1:1111/v1' } as const;
      const entry = afterCrash(journalEntry({ state, order }), demo, 5000);
      expect(entry.state).toEqual({ phase: 'queued' });
      expect(entry.order.baseUrl).toBe(demo.baseUrl);
    },
  );
});

describe('a task that is saved', () => {
  it('stays so, whatever the settings name by now', () => {
    expect(goesOn({ phase: 'saved', asset }, undefined)).toEqual({ phase: 'saved', asset });
  });
});

describe('asking again for an ended task', () => {
  const failure = { code: 'timeout', charged: 'unknown' } as const;

  it('goes to the download where it was Ready, else to the poll, and never to a POST', () => {
    const ended: EndedState = { phase: 'ended', at: 1, failure };
    expect(askedAgain({ ...ended, created, finished }, 9)).toEqual({
      phase: 'ready',
      at: 9,
      created,
      finished,
    });
    expect(askedAgain({ ...ended, created }, 9)).toEqual({ phase: 'running', at: 9, created });
    expect(askedAgain(ended, 9)).toBeUndefined();
  });

  it.each<[string, Failure, boolean]>([
    ['a time-out in which nothing was heard', { ...failure, cause: 'ENOTFOUND' }, true],
    ['a time-out of a slow service', failure, false],
    ['a time-out of a service with a problem', { ...failure, cause: 'x', httpStatus: 503 }, false],
    ['a broken download', { code: 'network', charged: 'yes', cause: 'ECONNRESET' }, true],
    [
      'a dead link that nobody renewed',
      { code: 'result-expired', charged: 'yes', cause: 'x' },
      true,
    ],
    ['a dead link of a lost picture', { code: 'result-expired', charged: 'yes' }, false],
    [
      'a link that nobody could be asked to renew',
      { code: 'result-expired', charged: 'yes', cause: 'ENOTFOUND' },
      true,
    ],
    ['a link that is not renewed', { code: 'result-expired', charged: 'yes' }, false],
    ['a cancel', { code: 'canceled', charged: 'unknown' }, false],
  ])('happens by itself after %s: %s', (_what, cause, expected) => {
    const state: EndedState = { phase: 'ended', at: 1, failure: cause, created };
    const entry = journalEntry({ state });
    expect(endedByNetworkLoss(entry, 60_000)).toBe(expected);
    expect(endedByNetworkLoss(entry, 1000 + 60 * 60_000)).toBe(false);
  });

  it('never happens for what the service did not take', () => {
    const state: EndedState = {
      phase: 'ended',
      at: 1,
      failure: { code: 'network', charged: 'unknown', cause: 'ECONNRESET' },
    };
    expect(endedByNetworkLoss(journalEntry({ state }), 2000)).toBe(false);
  });
});
