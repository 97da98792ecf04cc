import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { cny, ledgerLine, unpricedLine } from '../support/ledgerLine';
import { dollars, filter, now, openSpending, pick, spent, text, texts } from './spendingSupport';
import { click, press, unmount } from './support';

const yuan = ledgerLine({
  id: 'relay',
  at: now - 3000,
  provider: 'openai-hk',
  estimate: cny(0.18),
  actual: cny(0.18),
});

test('without anything spent the page leads to the generator', () => {
  const { sent } = openSpending(spent([]));
  expect(text('main')).toContain('Nothing spent yet.');
  click('Open Image Generator');
  expect(sent).toEqual([{ type: 'openPanel' }]);
});

test('a ledger that cannot be read is told, and can be tried again', () => {
  const { sent } = openSpending({ kind: 'unreadable', reason: 'EACCES' });
  expect(text('[role="alert"]')).toBe('What was spent could not be read: EACCES');
  click('Try Again');
  expect(sent).toEqual([{ type: 'refresh' }]);
});

describe('one currency', () => {
  test('all totals are in sight, and the chosen period is what the rest is about', () => {
    openSpending(spent(dollars));
    expect(texts('[aria-label="Period"] label')).toEqual([
      'Today $0.075 3 tasks',
      'Last 7 days $0.145 4 tasks',
      'This month $0.145 4 tasks',
      'All time $1.145 5 tasks',
    ]);
    expect(document.querySelector('[aria-label="Currency"]')).toBeNull();
    expect(texts('h2')).toEqual(['By day', 'By model', 'By workspace', 'Tasks']);
    pick('All time');
    expect(texts('h2')).toEqual(['By month', 'By model', 'By workspace', 'Tasks']);
    expect(texts('tbody tr')).toHaveLength(5);
    pick('Today');
    expect(texts('h2')).toEqual(['By model', 'By workspace', 'Tasks']);
    expect(texts('.groups li')).toEqual([
      'flux-2-pro 3 tasks $0.075',
      'No folder 1 task $0.045',
      'shop 2 tasks $0.03',
    ]);
  });

  test('what may have been charged is told at the total, in the bars and in its row', () => {
    openSpending(spent(dollars));
    expect(text('.notes')).toContain(
      'May have been charged or not: $0.03 of $0.145 (1 task), counted as estimated.',
    );
    expect(document.querySelectorAll('.slots .amount > .uncertain')).toHaveLength(1);
    expect(texts('tbody tr:nth-child(3) td').slice(1)).toEqual([
      'flux-2-pro',
      '',
      'shop',
      '$0.030',
      'est. $0.030',
      'Timed out · may have been charged',
    ]);
    expect(texts('tbody tr:nth-child(2) td').slice(5)).toEqual([
      '$0.000',
      'Moderated · not charged',
    ]);
  });

  test('a task without a price is listed and told as not counted', () => {
    openSpending(spent([unpricedLine({ at: now })]));
    expect(text('.notes')).toContain('Not counted, for no price is known: 1 task.');
    expect(texts('td.actual')).toEqual(['unknown']);
  });

  test('its buttons', () => {
    const { sent } = openSpending(spent(dollars));
    click('Refresh');
    click('Export CSV…');
    expect(sent).toEqual([{ type: 'refresh' }, { type: 'exportCsv' }]);
  });
});

describe('two currencies', () => {
  test('are never in one sum: a switch leads from one to the other', () => {
    openSpending(spent([...dollars.slice(0, 2), yuan, ...dollars.slice(2)]));
    expect(texts('[aria-label="Currency"] label')).toEqual(['US dollars ($)', 'Yuan (¥)']);
    expect(text('main')).not.toContain('¥0.18');
    pick('Yuan');
    expect(texts('.figure')).toEqual(['¥0.18', '¥0.18', '¥0.18', '¥0.18']);
    expect(text('main').replace('US dollars ($)', '')).not.toContain('$');
    expect(texts('tbody tr')).toHaveLength(1);
  });
});

describe('the bars over time', () => {
  const bars = () => [...document.querySelectorAll<HTMLElement>('.slots li')];

  test('say each value, also of a day without anything', () => {
    openSpending(spent(dollars), { period: 'week' });
    const words = bars().map((bar) => bar.getAttribute('aria-label'));
    expect(words).toHaveLength(7);
    expect(words.at(-1)).toBe('Fri, Mar 27: $0.075, 3 tasks');
    expect(words[0]).toBe('Sat, Mar 21: $0.00, 0 tasks');
    expect(text('.slots .meta')).toBe('Highest: Fri, Mar 27: $0.075, 3 tasks');
  });

  test('are gone through with arrow keys, and the value is shown', () => {
    openSpending(spent(dollars), { period: 'week' });
    const [first] = bars();
    if (first === undefined) throw new Error('no bars');
    expect(bars().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1]);
    void act(() => {
      first.focus();
    });
    press(first, 'End');
    expect(document.activeElement).toBe(bars()[6]);
    press(bars()[6] as HTMLElement, 'ArrowLeft');
    expect(bars().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, -1, 0, -1]);
    expect(text('.slots .meta')).toBe('Thu, Mar 26: $0.07, 1 task');
  });
});

test('what a person chose is there again when the tab comes back', () => {
  const { memory, show } = openSpending(spent(dollars));
  pick('All time');
  filter('owl');
  click('Model');
  unmount();
  show(spent(dollars));
  expect(document.querySelector<HTMLInputElement>('input[value="all"]')?.checked).toBe(true);
  expect(texts('tbody tr')).toHaveLength(1);
  expect(memory.saved).toMatchObject({
    period: 'all',
    query: 'owl',
    sort: { column: 'model', descending: false },
  });
});

test.each([[7], [null], [{ period: 'never', sort: 'x', query: 7, currency: 'EUR' }]])(
  'a memory that makes no sense (%j) is none',
  (saved) => {
    openSpending(spent(dollars), saved);
    expect(document.querySelector<HTMLInputElement>('input[value="month"]')?.checked).toBe(true);
    expect(texts('tbody tr')).toHaveLength(4);
  },
);
