import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LedgerLine } from '../../../src/core/money/ledger';
import { periodIds } from '../../../src/core/money/periods';
import type { Spend, SpendGroups } from '../../../src/core/money/spendGroups';
import { spendingAccounts } from '../../../src/core/money/spendingAccounts';
import { plus, totalOf, within } from '../../../src/core/money/spending';
import { cny, failedLine, ledgerLine, unpricedLine, usd } from '../../support/ledgerLine';

const now = new Date(2026, 2, 27, 15, 20).getTime();
const day = 86_400_000;

describe('spendingAccounts', () => {
  it('has none of an empty ledger', () => {
    expect(spendingAccounts([], now)).toEqual([]);
  });

  it('keeps currencies apart, the one used last first', () => {
    const accounts = spendingAccounts(
      [
        ledgerLine({ id: 'a', at: now - 3 }),
        ledgerLine({ id: 'b', at: now - 2, provider: 'openai-hk', actual: cny(0.18) }),
        ledgerLine({ id: 'c', at: now - 1, provider: 'openai-hk', actual: cny(0.12) }),
      ],
      now,
    );
    expect(accounts.map(({ currency, periods }) => [currency, periods.today.amount])).toEqual([
      ['CNY', 0.3],
      ['USD', 0.03],
    ]);
  });

  it('counts what may have been charged with its estimate and tells it; what was not charged counts nothing', () => {
    const [account] = spendingAccounts(
      [
        ledgerLine({ id: 'a', actual: usd(0.045) }),
        failedLine({ id: 'b', outcome: 'timeout', charged: 'unknown' }),
        failedLine({ id: 'c', outcome: 'content-moderated', charged: 'no' }),
      ],
      now,
    );
    expect(account?.periods.today).toMatchObject({
      amount: 0.075,
      uncertain: 0.03,
      count: 3,
      uncertainCount: 1,
      unpricedCount: 0,
    });
    expect(account?.rows.map(({ spent }) => spent)).toEqual([0, 0.03, 0.045]);
  });

  it('shows a task without a price with those of its provider, and says that it is not counted', () => {
    const [account] = spendingAccounts([unpricedLine({ provider: 'openai-hk' })], now);
    expect(account?.currency).toBe('CNY');
    expect(account?.periods.today).toMatchObject({ amount: 0, count: 1, unpricedCount: 1 });
    expect(account?.rows[0]).not.toHaveProperty('spent');
  });

  it('has days without anything, and no bar for what cost nothing', () => {
    const [account] = spendingAccounts(
      [
        ledgerLine({ id: 'a', at: now - 2 * day }),
        failedLine({ id: 'b', at: now, model: 'free', outcome: 'server', charged: 'no' }),
      ],
      now,
    );
    expect(account?.periods.week.slots.map(({ amount }) => amount)).toEqual([
      0, 0, 0, 0, 0.03, 0, 0,
    ]);
    expect(account?.periods.week.models.groups.map(({ key }) => key)).toEqual(['flux-2-pro']);
  });

  it('names a workspace as it was named last, and keeps two of one name apart', () => {
    const [account] = spendingAccounts(
      [
        ledgerLine({ id: 'a', at: now - 3, workspace: 'one', workspaceLabel: 'old' }),
        ledgerLine({ id: 'b', at: now - 2, workspace: 'one', workspaceLabel: 'app' }),
        ledgerLine({ id: 'c', at: now - 1, workspace: 'two', workspaceLabel: 'app' }),
      ],
      now,
    );
    expect(
      account?.periods.today.workspaces.groups.map(({ label, amount }) => [label, amount]),
    ).toEqual([
      ['app', 0.06],
      ['app', 0.03],
    ]);
  });

  it('lists the newest rows by their files’ names, and counts the others too', () => {
    const lines = ['a', 'b b', 'c%'].map((name, index) =>
      ledgerLine({ id: name, at: now + index, file: `file:///x/${name.replace(' ', '%20')}` }),
    );
    const [account] = spendingAccounts(lines, now, 2);
    expect(account?.rows.map(({ file }) => file)).toEqual(['c%', 'b b']);
    expect(account?.periods.today.count).toBe(3);
  });

  it('adds up: the bars of a period are its total, whatever lies in the ledger', () => {
    assert(
      property(array(line, { maxLength: 60 }), (lines) => {
        const sorted = lines
          .map((one, index) => ({ ...one, id: String(index) }))
          .sort((a, b) => a.at - b.at);
        const accounts = spendingAccounts(sorted, now);
        expect(accounts.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(lines.length);
        for (const { currency, periods } of accounts) {
          for (const id of periodIds) {
            const period = periods[id];
            const total = totalOf(within(sorted, period.from))[currency] ?? 0;
            expect(period.amount).toBe(total);
            expect(sum(period.slots)).toBe(total);
            expect(sum(all(period.models))).toBe(total);
            expect(sum(all(period.workspaces))).toBe(total);
            expect(period.uncertain).toBeLessThanOrEqual(total);
          }
        }
      }),
    );
  });
});

const amount = integer({ min: 0, max: 9_000_000 }).map((millionths) => millionths / 1_000_000);

const line = record({
  provider: constantFrom('bfl', 'custom', 'openai-hk'),
  // Half a year back, and a little ahead: clocks of machines differ.
  at: integer({ min: now - 190 * day, max: now + day }),
  model: integer({ min: 0, max: 15 }).map((number) => `model-${number}`),
  workspace: constantFrom('one', 'two', 'three'),
  charged: constantFrom('no', 'yes', 'unknown'),
  estimate: option(amount, { nil: undefined }),
  actual: option(amount, { nil: undefined }),
}).map(({ estimate, actual, ...rest }): LedgerLine => {
  const money = rest.provider === 'openai-hk' ? cny : usd;
  return unpricedLine({
    ...rest,
    ...(estimate === undefined ? {} : { estimate: money(estimate) }),
    ...(actual === undefined ? {} : { actual: money(actual) }),
  });
});

function all({ groups, others }: SpendGroups): readonly Spend[] {
  return others === undefined ? groups : [...groups, others];
}

function sum(spends: readonly Spend[]): number {
  return spends.reduce((total, spend) => plus(total, spend.amount), 0);
}
