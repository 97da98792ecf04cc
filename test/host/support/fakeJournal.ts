import assert from 'node:assert/strict';

import type { JournalEntry } from '../../../src/core/tasks/journalEntry';

/** A journal in memory that keeps each state an entry was written with. */
export function fakeJournal() {
  const states: JournalEntry[] = [];
  let current: JournalEntry | undefined;
  const write = (entry: JournalEntry) => {
    states.push(entry);
    current = entry;
  };
  return {
    states,
    get current() {
      return current;
    },
    write,
    replace: (found: JournalEntry, entry: JournalEntry | undefined) => {
      assert.deepEqual(found, current);
      if (entry !== undefined) write(entry);
      return Promise.resolve(true);
    },
    update: (entry: JournalEntry) => {
      write(entry);
      return Promise.resolve(true);
    },
    remove: () => {
      current = undefined;
      return Promise.resolve();
    },
  };
}
