import { describe, expect, it } from 'vitest';

import { judgeBudget } from '../../../src/core/money/budget';

const order = (amount: number) => ({ amount, currency: 'USD' }) as const;

describe('a budget', () => {
  it.each([
    [0, 0.045, 'within'],
    [0.74, 0.045, 'within'],
    [0.755, 0.045, 'near'],
    [0.955, 0.045, 'near'],
    [0.956, 0.045, 'over'],
    [1, 0.000_01, 'over'],
    [2, 0, 'over'],
  ])('of $1 a day with $%d spent and $%d ordered is %s', (today, amount, kind) => {
    expect(judgeBudget({ perDay: 1 }, { today, workspace: 0 }, order(amount)).kind).toBe(kind);
  });

  it('fits exactly, whatever binary fractions say', () => {
    const spent = { today: 0.1 + 0.2, workspace: 0 };
    expect(judgeBudget({ perDay: 0.6 }, spent, order(0.3)).kind).toBe('near');
  });

  it('of nothing lets only what is free pass', () => {
    const spent = { today: 0, workspace: 0 };
    expect(judgeBudget({ perDay: 0 }, spent, order(0.01)).kind).toBe('over');
    expect(judgeBudget({ perDay: 0 }, spent, order(0)).kind).not.toBe('over');
  });

  it('is decided by its tighter limit, which is named with its figures', () => {
    const budget = { perDay: 10, perWorkspace: 1 };
    expect(judgeBudget(budget, { today: 5, workspace: 0.99 }, order(0.05))).toEqual({
      kind: 'over',
      limit: { scope: 'workspace', limit: 1, spent: 0.99, order: 0.05, currency: 'USD' },
    });
  });

  it('without a limit lets everything pass', () => {
    expect(judgeBudget({}, { today: 1e6, workspace: 1e6 }, order(100)).kind).toBe('within');
  });
});
