import { expect, test } from 'vitest';
import { verdictOf, type Account } from '../../scripts/lib/chaos/verdict.mjs';

const one = [{ prompt: 'A pier' }];
const three = ['A pier', 'A gull', 'A buoy'].map((prompt) => ({ prompt }));
const unknown = { files: 0, told: ['unknown'] };

/** One picture, paid for and saved, unless `more` says otherwise. */
function account(more: Partial<Account> = {}): Account {
  return {
    ...{ posts: 1, charges: 1, prompts: ['A pier'], files: 1, told: [] },
    ...{ doubles: 0, broken: 0, unlisted: 0, twiceListed: 0, left: 0 },
    ...more,
  };
}

test.each([
  ['a saved picture', one, undefined, account()],
  ['an entry that says that nobody knows', one, unknown, account({ files: 0, told: ['unknown'] })],
  [
    'each of three as a file or an entry',
    three,
    { any: true } as const,
    account({
      ...{ posts: 3, charges: 3, prompts: ['A pier', 'A gull', 'A buoy'] },
      ...{ files: 2, told: ['unknown'] },
    }),
  ],
])('finds nothing wrong with %s', (_name, orders, expected, found) => {
  const verdict = verdictOf({ orders, ...(expected && { expected }) }, found);
  expect(verdict).toMatchObject({ lost: 0, paidTwice: 0, sentTwice: 0, problems: [] });
});

test.each([
  ['a charge without a picture', account({ files: 0 }), '1 lost'],
  ['an entry that denies the charge', account({ files: 0, told: ['no'] }), '1 lost'],
  ['a second charge', account({ charges: 2, files: 2 }), '1 paid twice'],
  ['a second POST', account({ posts: 2, prompts: ['A pier', 'A pier'] }), '1 sent twice'],
  ['the same bytes again', account({ doubles: 1 }), '1 saved twice'],
  ['a file that is no picture', account({ broken: 1 }), '1 saved broken'],
  [
    'a picture that the history does not know',
    account({ unlisted: 1 }),
    '1 missing in the history',
  ],
  ['a history that names it twice', account({ twiceListed: 1 }), '1 twice in the history'],
  ['nothing at all', account({ posts: 0, charges: 0, files: 0 }), '0 POSTs instead of 1'],
])('tells of %s', (_name, found, problem) => {
  expect(verdictOf({ orders: one }, found).problems).toContain(problem);
});

test('a picture that is there is no excuse for an entry that is missing', () => {
  const found = account({ posts: 3, charges: 2, files: 2 });
  expect(verdictOf({ orders: three, expected: { any: true } }, found).problems).toEqual([
    '2 ends of 3 tasks',
  ]);
});
