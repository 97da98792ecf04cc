import type { Charge } from './charge';
import { spentOf, type LedgerLine } from './ledger';

/** Amounts by currency: money of two kinds is never added up. */
export type Amounts = Readonly<Partial<Record<Charge['currency'], number>>>;

/** The sum of what counts as spent. */
export function totalOf(lines: readonly LedgerLine[]): Amounts {
  const sums: Partial<Record<Charge['currency'], number>> = {};
  for (const line of lines) {
    const spent = spentOf(line);
    if (spent === undefined) continue;
    sums[spent.currency] = plus(sums[spent.currency] ?? 0, spent.amount);
  }
  return sums;
}

/** The sum of two amounts of one currency. */
export function plus(a: number, b: number): number {
  // 0.045 + 0.045 + … is off in binary; twelve digits are below any price.
  return Number((a + b).toPrecision(12));
}

/** The lines from `from` on, up to and without `until`, both in wall-clock ms since the epoch. */
export function within(
  lines: readonly LedgerLine[],
  from: number,
  until = Infinity,
): readonly LedgerLine[] {
  return lines.filter(({ at }) => at >= from && at < until);
}

/** The lines by what `keyOf` says of them, in the order in which they first come. */
export function groupBy<Key extends string>(
  lines: readonly LedgerLine[],
  keyOf: (line: LedgerLine) => Key,
): ReadonlyMap<Key, readonly LedgerLine[]> {
  const groups = new Map<Key, LedgerLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(line);
  }
  return groups;
}
