import { describe, expect, it } from 'vitest';

import type { JournalState } from '../../../src/core/tasks/journalEntry';
import { formatEntry, parseEntry } from '../../../src/core/tasks/journalFormat';
import { journalEntry } from '../../support/journalEntry';

const created = { id: 'task-1', pollingUrl: 'https://api.eu1.bfl.ai/v1/get_result?id=1', cost: 3 };
const finished = { sample: 'https://delivery.bfl.ai/x?se=1', prompt: 'A boat', seed: 7, cost: 4.5 };
const kept = {
  id: 'ours-1',
  provider: 'bfl',
  model: 'flux-2-pro',
  prompt: 'A red boat',
  parameters: { width: 64 },
  taskId: 'task-1',
  width: 64,
  height: 64,
  format: 'png',
  cost: { credits: 3, amount: 0.03, currency: 'USD' },
  createdAt: 2000,
} as const;
const asset = { ...kept, uri: 'file:///project/assets/a-red-boat.png' };
const failure = {
  code: 'save-failed',
  charged: 'yes',
  cause: 'ENOSPC',
  keptAt: 'file:///kept/task-1.png',
} as const;

const states: readonly JournalState[] = [
  { phase: 'queued' },
  { phase: 'sending', at: 1 },
  { phase: 'running', at: 2, created },
  { phase: 'ready', at: 3, created, finished },
  { phase: 'saving', at: 3, created, finished, asset, digest: 'abc' },
  { phase: 'saved', asset },
  { phase: 'ended', at: 4, failure: { code: 'network', charged: 'unknown' } },
  { phase: 'ended', at: 4, failure, created, finished, kept },
];

describe('a journal file', () => {
  it.each(states)('holds the state $phase whole', (state) => {
    const entry = journalEntry({ state });
    expect(parseEntry(formatEntry(entry))).toEqual(entry);
  });

  it.each([
    ['nothing', ''],
    ['half a record', formatEntry(journalEntry()).slice(0, 100)],
    ['no record', '[]'],
    ['zeros, as a power cut leaves them', '\0'.repeat(40)],
    ['a state without what it needs', formatEntry(journalEntry()).replace('queued', 'ready')],
    ['an unknown provider', formatEntry(journalEntry()).replace('"bfl"', '"elsewhere"')],
  ])('with %s in it is damaged', (_what, text) => {
    expect(parseEntry(text)).toBe('damaged');
  });

  it('of a later version is left for the window that can read it', () => {
    expect(parseEntry(formatEntry(journalEntry()).replace('"v":1', '"v":2'))).toBe('later');
  });
});
