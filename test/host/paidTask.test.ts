import assert from 'node:assert/strict';
import { GenerationFailure } from '../../src/core/api/failure';
import type { JournalEntry } from '../../src/core/tasks/journalEntry';
import type { PaidTask } from '../../src/host/tasks/paidTask';
import { FakeClock } from '../support/fakeClock';
import { fakeJournal } from './support/fakeJournal';
import {
  created,
  deliver,
  fakeClient,
  finished,
  runTask as run,
  timeoutMs,
} from './support/paidTaskRun';

describe('one paid task', () => {
  it('goes through its phases to a file with seed and final cost, each in the journal before the next', async () => {
    const { end, phases, noted } = await run();
    assert.deepEqual(phases, ['sending', 'running', 'downloading', 'saving']);
    assert.deepEqual(noted, ['queued', 'sending', 'running', 'ready', 'saving', 'saved']);
    assert.ok(end.phase === 'saved');
    const { asset } = end;
    assert.deepEqual([asset.seed, asset.taskId, asset.format], [7, 'task-1', 'png']);
    assert.deepEqual(asset.cost, { credits: 4.5, amount: 0.045, currency: 'USD' });
    assert.match(asset.uri, /a-red-boat-7\.png$/);
  });

  it('sends nothing that is not in the journal', async () => {
    let posts = 0;
    const create = () => {
      posts += 1;
      return Promise.resolve(created);
    };
    const replace = () => Promise.reject(new Error('disk full'));
    const journal = { ...fakeJournal(), replace };
    const { end } = await run({ client: fakeClient({ create }) }, { journal });
    assert.ok(end.phase === 'ended');
    assert.deepEqual([end.failure.code, end.failure.charged, posts], ['save-failed', 'no', 0]);
  });

  it('leaves a task alone that another window has taken over', async () => {
    let posts = 0;
    const create = () => {
      posts += 1;
      return Promise.resolve(created);
    };
    const journal = { ...fakeJournal(), replace: () => Promise.resolve(false) };
    const { end } = await run({ client: fakeClient({ create }) }, { journal });
    assert.deepEqual([end.phase, posts], ['left', 0]);
  });

  it('stops where another window has taken it over since, and writes nothing over its record', async () => {
    const journal = { ...fakeJournal(), update: () => Promise.resolve(false) };
    const { end, noted } = await run({}, { journal }, { phase: 'running', at: 0, created });
    assert.deepEqual([end.phase, noted], ['left', ['running']]);
    const poll = () => Promise.reject(new Error('No answer.'));
    const failed = await run(
      { client: fakeClient({ poll }) },
      { journal },
      { phase: 'running', at: 0, created },
    );
    assert.equal(failed.end.phase, 'left');
  });

  it('fetches the picture while it is noted that it is Ready', async () => {
    const journal = fakeJournal();
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const update = async (entry: JournalEntry) => {
      if (entry.state.phase === 'ready') await begun;
      return journal.update(entry);
    };
    const download: PaidTask['client']['download'] = async (task, result, options) => {
      begin();
      await deliver(task, result, options);
    };
    const { end } = await run(
      { client: fakeClient({ download }) },
      { journal: { ...journal, update, replace: () => Promise.resolve(true) } },
    );
    assert.equal(end.phase, 'saved');
    const noted = journal.states.map(({ state }) => state.phase);
    assert.deepEqual(noted, ['running', 'ready', 'saving', 'saved']);
  });

  it('goes on to the file where the journal cannot be written any more', async () => {
    const journal = { ...fakeJournal(), update: () => Promise.reject(new Error('disk full')) };
    const { end } = await run({}, { journal }, { phase: 'running', at: 0, created });
    assert.equal(end.phase, 'saved');
  });

  it('goes on where its entry stands, without a second POST', async () => {
    const create = () => Promise.reject(new Error('A second POST.'));
    const client = fakeClient({ create });
    const running = await run({ client }, {}, { phase: 'running', at: 0, created });
    assert.deepEqual(running.noted, ['running', 'ready', 'saving', 'saved']);
    const ready = await run({ client }, {}, { phase: 'ready', at: 0, created, finished });
    assert.deepEqual(ready.noted, ['ready', 'saving', 'saved']);
  });

  it('stops at once when the window closes, and leaves the journal as it stands', async () => {
    let closing = false;
    const poll = () => {
      closing = true;
      return Promise.reject(new GenerationFailure({ code: 'canceled', charged: 'unknown' }));
    };
    const { end, journal, released } = await run(
      { client: fakeClient({ poll }) },
      { isClosing: () => closing },
    );
    assert.equal(end.phase, 'left');
    assert.equal(journal.current?.state.phase, 'running');
    // It is active at the service, and another window may count it already.
    assert.deepEqual(released, []);
  });

  it('stays queued when the window closes while it waits for its place', async () => {
    let closing = false;
    let posts = 0;
    const place = () => {
      closing = true;
      return Promise.resolve(() => undefined);
    };
    const create = () => {
      posts += 1;
      return Promise.resolve(created);
    };
    const { end, journal } = await run(
      { client: fakeClient({ create }) },
      { isClosing: () => closing, queue: { enter: place, occupy: place } },
    );
    assert.deepEqual([end.phase, posts, journal.current?.state.phase], ['left', 0, 'queued']);
  });

  it('still has time to download when it is Ready in the last moment', async () => {
    const clock = new FakeClock();
    let remaining = 0;
    const client = fakeClient({
      poll: async () => {
        await clock.advance(timeoutMs - 1);
        return finished;
      },
      download: async (task, result, options) => {
        remaining = options.deadline - clock.now();
        await deliver(task, result, options);
      },
    });
    await run({ client }, { clock });
    assert.ok(remaining >= 60_000, `${String(remaining)} ms are left`);
  });

  it('makes room for the next one as soon as it is Ready', async () => {
    let before: readonly string[] = [];
    const released: string[] = [];
    const place = () => Promise.resolve(() => released.push('released'));
    const client = fakeClient({
      download: async (task, result, options) => {
        before = [...released];
        await deliver(task, result, options);
      },
    });
    await run({ client }, { queue: { enter: place, occupy: place } });
    assert.deepEqual(before, ['released']);
  });

  it('names the task in a failure that comes after the answer, and keeps it in the journal', async () => {
    const expired = new GenerationFailure({ code: 'result-expired', charged: 'yes' });
    const client = fakeClient({ download: () => Promise.reject(expired) });
    const { end, journal } = await run({ client });
    assert.ok(end.phase === 'ended');
    assert.equal(end.failure.taskId, 'task-1');
    assert.deepEqual(journal.current?.state, end);
  });

  it('forgets a task that cost nothing', async () => {
    const refused = new GenerationFailure({ code: 'insufficient-credits', charged: 'no' });
    const { end, journal } = await run({
      client: fakeClient({ create: () => Promise.reject(refused) }),
    });
    assert.equal(end.phase, 'ended');
    assert.equal(journal.current, undefined);
  });
});
