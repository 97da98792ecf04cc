import assert from 'node:assert/strict';
import { mkdir, open, readdir, readFile, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import type { JournalEntry } from '../../src/core/tasks/journalEntry';
import { formatEntry, parseEntry } from '../../src/core/tasks/journalFormat';
import { LaterFlush } from '../../src/host/storage/laterFlush';
import { createFileLock } from '../../src/host/storage/fileLock';
import { Journal } from '../../src/host/tasks/journal';
import { journalEntry } from '../support/journalEntry';
import { diskFolder } from './support/storage';
import { until } from './support/until';

const created = { id: 'task-1', cost: 3 };
const queued = journalEntry();
const running = journalEntry({ state: { phase: 'running', at: 1, created } });

/** Journals of several windows over one folder. */
async function journals() {
  const root = await diskFolder();
  const folder = join(root, 'journal');
  const log: string[] = [];
  const say = (message: string) => log.push(message);
  const logger = { trace: say, debug: say, info: say, warn: say, error: say };
  const open = (laterFlush?: LaterFlush) =>
    new Journal(folder, logger, createFileLock(join(root, 'locks')), laterFlush);
  const put = async (name: string, text: string) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), text);
  };
  return { folder, log, open, put };
}

/** Runs `work`, which can ask how often a file or folder was flushed in this process so far. */
async function watchingFlushes(
  work: (flushesOf: (path: string) => Promise<number>) => Promise<void>,
): Promise<void> {
  const handle = await open(await diskFolder());
  const handles = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const flush = Object.getOwnPropertyDescriptor(handles, 'sync');
  assert.ok(flush);
  // By inodes: the extension itself flushes its own meanwhile.
  const inodes: number[] = [];
  handles.sync = async function counted(this: FileHandle) {
    inodes.push((await this.stat()).ino);
    await (flush.value as FileHandle['sync']).call(this);
  };
  try {
    await work(async (path) => {
      const { ino } = await stat(path);
      return inodes.filter((each) => each === ino).length;
    });
  } finally {
    Object.defineProperty(handles, 'sync', flush);
  }
}

describe('the journal', () => {
  it('flushes what goes on at once a single time, as it is sent', async () => {
    const { folder, open: openJournal } = await journals();
    // Not within this test, however slow the machine is.
    const journal = openJournal(new LaterFlush(3_600_000));
    const record = join(folder, 'ours-1.json');
    await watchingFlushes(async (flushesOf) => {
      await journal.note(queued);
      assert.deepEqual([await flushesOf(record), await flushesOf(folder)], [0, 0]);
      assert.equal(await journal.replace(queued, running), true);
      assert.deepEqual([await flushesOf(record), await flushesOf(folder)], [1, 1]);
    });
    assert.deepEqual((await journal.list()).entries, [running]);
  });

  it('flushes an order that something is laid for at once, its name too', async () => {
    const { folder, open: openJournal } = await journals();
    const journal = openJournal(new LaterFlush(3_600_000));
    await watchingFlushes(async (flushesOf) => {
      await journal.write(queued);
      const record = join(folder, 'ours-1.json');
      assert.deepEqual([await flushesOf(record), await flushesOf(folder)], [1, 1]);
    });
  });

  it('flushes what has to queue in a moment', async () => {
    const { folder, open: openJournal } = await journals();
    const journal = openJournal();
    await watchingFlushes(async (flushesOf) => {
      await journal.note(queued);
      await until(
        'the record is flushed',
        async () => (await flushesOf(join(folder, 'ours-1.json'))) === 1,
      );
      await until('its name is, too', async () => (await flushesOf(folder)) === 1);
    });
  });

  it('holds what was written, for this user alone, until it is removed', async () => {
    const { folder, open } = await journals();
    const journal = open();
    assert.deepEqual(await journal.list(), { entries: [], damaged: 0 });
    await journal.write(running);
    assert.deepEqual((await open().list()).entries, [running]);
    assert.equal((await stat(join(folder, 'ours-1.json'))).mode & 0o077, 0);
    await journal.remove(running);
    assert.deepEqual(await readdir(folder), []);
  });

  it('sets a damaged record aside and reports it once, whoever comes across it', async () => {
    const { folder, log, open, put } = await journals();
    await put('broken.json', '{"v":1,');
    await put('ours-1.json', formatEntry(queued));
    const lists = await Promise.all([open().list(), open().list()]);
    assert.deepEqual(lists.map(({ damaged }) => damaged).sort(), [0, 1]);
    for (const { entries } of lists) assert.deepEqual(entries, [queued]);
    assert.equal(await readFile(join(folder, 'damaged', 'broken.json'), 'utf8'), '{"v":1,');
    assert.ok(log.join('\n').includes(join(folder, 'damaged')));
    assert.equal((await open().list()).damaged, 0);
  });

  it('lists the others, and reports once, where a damaged record cannot be set aside', async () => {
    const { open, put } = await journals();
    await put('broken.json', '');
    await put('ours-1.json', formatEntry(queued));
    await put('damaged', 'a file in the folder’s place');
    const journal = open();
    const first = await journal.list();
    assert.deepEqual(first, { entries: [queued], damaged: 1 });
    assert.equal((await journal.list()).damaged, 0);
  });

  it('lists the others where a record cannot be read', async () => {
    const { folder, open, put } = await journals();
    await put('ours-1.json', formatEntry(queued));
    await mkdir(join(folder, 'folder.json'));
    const { entries, damaged } = await open().list();
    assert.deepEqual([entries, damaged], [[queued], 0]);
  });

  it('leaves a record of a later version for the window that can read it', async () => {
    const { folder, open, put } = await journals();
    const later = formatEntry(queued).replace('"v":1', '"v":2');
    await put('ours-1.json', later);
    const journal = open();
    assert.deepEqual(await journal.list(), { entries: [], damaged: 0 });
    assert.equal(await journal.replace(queued, running), false);
    assert.equal(await journal.update(running), false);
    await journal.remove(queued);
    assert.equal(await readFile(join(folder, 'ours-1.json'), 'utf8'), later);
  });

  it('takes no copy under another name for a second task', async () => {
    const { open, put } = await journals();
    await put('ours-1.json', formatEntry(queued));
    await put('ours-1 (copy).json', formatEntry(queued));
    const { entries, damaged } = await open().list();
    assert.deepEqual([entries, damaged], [[queued], 1]);
  });

  it('never shows half of a record to who reads while it is written', async () => {
    const { folder, open } = await journals();
    const journal = open();
    const long = (n: number) => journalEntry({ order: { prompt: String(n).repeat(50_000) } });
    await journal.write(long(0));
    const done = new AbortController();
    const writing = (async () => {
      for (let n = 1; n < 30; n += 1) await journal.write(long(n % 10));
      done.abort();
    })();
    while (!done.signal.aborted) {
      const text = await readFile(join(folder, 'ours-1.json'), 'utf8');
      assert.equal(typeof parseEntry(text), 'object');
    }
    await writing;
    assert.deepEqual(await readdir(folder), ['ours-1.json']);
  });

  it('gives an entry to one of many windows that want it', async () => {
    const { open } = await journals();
    await open().write(queued);
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        open().replace(queued, { ...queued, window: `window-${String(n + 2)}` }),
      ),
    );
    assert.equal(taken.filter(Boolean).length, 1);
  });

  it('replaces only what is still as it was found, whatever order its fields have', async () => {
    const { open } = await journals();
    const journal = open();
    await journal.write(queued);
    const { state, ...rest } = queued;
    const sameOtherwise = { state, ...rest } as JournalEntry;
    assert.equal(await journal.replace(running, queued), false);
    assert.equal(await journal.replace(sameOtherwise, running), true);
    assert.equal(await journal.replace(queued, undefined), false);
    assert.equal(await journal.replace(running, { ...queued, id: 'ours-2' }), true);
    assert.deepEqual(
      (await journal.list()).entries.map(({ id }) => id),
      ['ours-2'],
    );
  });

  it('lets a window that has lost its task neither write nor remove it', async () => {
    const { open } = await journals();
    const journal = open();
    const taken = { ...running, window: 'window-2' };
    await journal.write(taken);
    assert.equal(await journal.update(running), false);
    await journal.remove(running);
    assert.deepEqual(await journal.find('ours-1'), taken);
    await journal.remove(taken);
    // The other one is done with it: the picture would come a second time.
    assert.equal(await journal.update(running), false);
    assert.equal(await journal.find('ours-1'), undefined);
  });

  it('writes over its own record that was damaged meanwhile', async () => {
    const { open, put } = await journals();
    await put('ours-1.json', '');
    assert.equal(await open().update(running), true);
    assert.deepEqual(await open().find('ours-1'), running);
  });

  it('says so where it cannot be read, instead of taking a task for another window’s', async () => {
    const { folder, open } = await journals();
    await mkdir(join(folder, 'ours-1.json'), { recursive: true });
    await assert.rejects(open().update(running));
    await assert.rejects(open().replace(running, queued));
  });
});
