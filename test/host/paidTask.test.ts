import assert from 'node:assert/strict';
import { openCodecs } from '../../src/codecs/codecs';
import type { CreatedTask } from '../../src/core/api/client';
import type { DownloadOptions } from '../../src/core/api/downloading';
import { GenerationFailure } from '../../src/core/api/failure';
import { modelOf } from '../../src/core/api/models';
import { steadySchedule } from '../../src/core/api/pollSchedule';
import { resolveProvider } from '../../src/core/api/providers';
import type { JournalEntry } from '../../src/core/tasks/journalEntry';
import type { TaskState } from '../../src/core/tasks/task';
import { AssetWriter } from '../../src/host/assets/assetWriter';
import { runPaidTask, type PaidTask, type PaidTaskPorts } from '../../src/host/tasks/paidTask';
import { FakeClock } from '../support/fakeClock';
import { journalEntry } from '../support/journalEntry';
import { fakeJournal } from './support/fakeJournal';
import { freshFolder } from './support/flux';
import { noPlaceholders } from './support/noPlaceholders';

const created: CreatedTask = { id: 'task-1', cost: 3 };
const timeoutMs = 300_000;
const finished = { sample: 'https://delivery.bfl.ai/x', seed: 7, cost: 4.5 };

/** A client whose methods answer as told. */
function fakeClient(methods: Partial<PaidTask['client']> = {}): PaidTask['client'] {
  return {
    create: () => Promise.resolve(created),
    poll: () => Promise.resolve(finished),
    download: deliver,
    ...methods,
  };
}

async function deliver(_task: unknown, _finished: unknown, { sink }: DownloadOptions) {
  const pixels = { width: 4, height: 4, data: new Uint8ClampedArray(64).fill(255) };
  await sink.append(new Uint8Array(await openCodecs().encode(pixels, 'png')));
}

/** Runs one task to its end; `more` changes what it runs with. */
async function run(
  task: Partial<PaidTask> = {},
  ports: Partial<PaidTaskPorts> = {},
  state: JournalEntry['state'] = { phase: 'queued' },
) {
  const clock = new FakeClock();
  const journal = fakeJournal();
  const released: string[] = [];
  const phases: TaskState['phase'][] = [];
  const place = () => Promise.resolve(() => released.push('released'));
  const destination = { folder: freshFolder().toString() };
  const entry = journalEntry({ state, order: { destination, parameters: {} } });
  journal.write(entry);
  const log = { trace: say, debug: say, info: say, warn: say, error: say };
  const end = await runPaidTask(
    {
      journal,
      clock,
      log,
      queue: { enter: place, occupy: place },
      placeholders: noPlaceholders,
      paces: { scheduleFor: () => Promise.resolve(steadySchedule), learn: say },
      isClosing: () => false,
      writer: new AssetWriter(freshFolder(), (_name, work) => work()),
      unsavedFolder: freshFolder(),
      ...ports,
    },
    {
      entry,
      model: modelOf('flux-2-pro'),
      provider: resolveProvider('bfl', {
        exchangeRate: 4,
        custom: { baseUrl: '', authHeader: 'bearer', polling: 'get_result', rate: 1 },
      }),
      client: fakeClient(),
      isResumed: state.phase !== 'queued',
      parameters: {},
      references: () => Promise.resolve([]),
      timeoutMs,
      maxBytes: 1_000_000,
      signal: new AbortController().signal,
      onState: ({ phase }) => phases.push(phase),
      onSending: () => undefined,
      ...task,
    },
  );
  return { end, phases, released, journal, noted: journal.states.map((each) => each.state.phase) };
}

function say(): void {
  // Nobody reads it here.
}

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
