import { describe, expect, it } from 'vitest';

import {
  formatLedgerLine,
  parseLedger,
  spentOf,
  type LedgerLine,
} from '../../../src/core/money/ledger';

const usd = (credits: number) => ({ credits, amount: credits / 100, currency: 'USD' }) as const;

function line(more: Partial<LedgerLine> = {}): LedgerLine {
  return {
    v: 1,
    id: 'ours-1',
    at: 1000,
    provider: 'bfl',
    workspace: 'hash',
    workspaceLabel: 'site',
    model: 'flux-2-pro',
    taskId: 'task-1',
    file: 'file:///project/assets/boat.png',
    estimate: usd(3),
    actual: usd(4.5),
    outcome: 'saved',
    charged: 'yes',
    ...more,
  };
}

describe('the ledger', () => {
  it('keeps every field of a line', () => {
    expect(parseLedger(formatLedgerLine(line()))).toEqual({ lines: [line()], damaged: 0 });
  });

  it('has one line per task: a later one takes the place of an earlier one', () => {
    const first = line({ outcome: 'timeout', charged: 'unknown' });
    const text = [first, line({ id: 'ours-2' }), line()].map(formatLedgerLine).join('');
    expect(parseLedger(text).lines.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['ours-1', 'saved'],
      ['ours-2', 'saved'],
    ]);
  });

  it('goes on behind the lines that are known already', () => {
    const known = [line({ at: 2, charged: 'unknown' }), line({ id: 'ours-2', at: 3 })];
    const rest = [line({ at: 2 }), line({ id: 'ours-3', at: 1 })].map(formatLedgerLine).join('');
    expect(parseLedger(rest, known).lines.map(({ id, charged }) => [id, charged])).toEqual([
      ['ours-3', 'yes'],
      ['ours-1', 'yes'],
      ['ours-2', 'yes'],
    ]);
  });

  it('is in the order of the orders', () => {
    const text = [line({ id: 'b', at: 2 }), line({ id: 'a', at: 1 })]
      .map(formatLedgerLine)
      .join('');
    expect(parseLedger(text).lines.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('loses no whole line to a half one that a crash has left', () => {
    const whole = formatLedgerLine(line());
    const half = formatLedgerLine(line({ id: 'ours-2' })).slice(0, 60);
    expect(parseLedger(whole + half + formatLedgerLine(line({ id: 'ours-3' })))).toMatchObject({
      lines: [{ id: 'ours-1' }, { id: 'ours-3' }],
      damaged: 1,
    });
  });
});

describe('what counts as spent', () => {
  it.each<[string, Partial<LedgerLine>, number]>([
    ['what the service said', {}, 4.5],
    ['nothing where it was certainly not charged', { charged: 'no' }, 0],
    ['what the service said, though nobody knows', { charged: 'unknown' }, 4.5],
  ])('is %s', (_what, more, credits) => {
    expect(spentOf(line(more))).toEqual(usd(credits));
  });

  it('is the estimate where the service said nothing, and nothing known where there is none', () => {
    const { actual, ...unsaid } = line({ charged: 'unknown' });
    expect(actual).toBeDefined();
    expect(spentOf(unsaid)).toEqual(usd(3));
    const { estimate, ...unknown } = unsaid;
    expect(estimate).toBeDefined();
    expect(spentOf(unknown)).toBeUndefined();
  });
});
