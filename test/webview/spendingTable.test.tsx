import { expect, test } from 'vitest';
import { spendingAccounts } from '../../src/core/money/spendingAccounts';
import { ledgerLine } from '../support/ledgerLine';
import {
  dollars,
  filter,
  now,
  openSpending,
  pick,
  spent,
  text,
  texts,
  timeZone,
} from './spendingSupport';
import { buttons, click } from './support';

const names = () => texts('td.file').map((name) => name.replace('.png', ''));
const order = (column: string) => document.querySelector(`th.${column}`)?.getAttribute('aria-sort');

test('is sorted by a heading, and once more the other way round', () => {
  openSpending(spent(dollars), { period: 'all' });
  expect(order('time')).toBe('descending');
  expect(names()).toEqual(['owl', '', '', 'fox', 'hare']);
  click('Actual');
  expect([order('actual'), order('time')]).toEqual(['descending', 'none']);
  expect(names()).toEqual(['hare', 'fox', 'owl', '', '']);
  click('Actual');
  expect(order('actual')).toBe('ascending');
  click('File');
  expect(order('file')).toBe('ascending');
  expect(names()).toEqual(['fox', 'hare', 'owl', '', '']);
});

test('shows the rows with all words of the filter, and says how many', () => {
  openSpending(spent(dollars), { period: 'all' });
  expect(text('[role="status"]')).toBe('5 tasks');
  filter('flux TIMED');
  expect(text('[role="status"]')).toBe('1 of 5 tasks');
  expect(texts('td.outcome')).toEqual(['Timed out · may have been charged']);
  filter('nothing like it');
  expect(text('.tasks')).toContain('No task has all these words.');
});

test('draws a part of many rows, and the focus goes on with the next part', () => {
  const many = Array.from({ length: 120 }, (_, index) =>
    ledgerLine({ id: `p${index}`, at: now - 1000 + index }),
  );
  openSpending(spent(many));
  expect(texts('tbody tr')).toHaveLength(100);
  click('Show More');
  expect(texts('tbody tr')).toHaveLength(120);
  expect(document.activeElement).toBe(document.querySelectorAll('tbody tr')[100]);
  expect(buttons('Show More')).toEqual([]);
});

test('says where older tasks are', () => {
  const accounts = spendingAccounts(dollars, now, 3);
  openSpending({ kind: 'spent', accounts, timeZone }, { period: 'all' });
  expect(texts('tbody tr')).toHaveLength(3);
  expect(text('.tasks')).toContain('Export CSV has them all.');
  pick('Today');
  expect(text('.tasks')).not.toContain('Export CSV');
});
