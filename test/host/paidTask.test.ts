import assert from 'node:assert/strict';
import { openCodecs } from '../../src/codecs/codecs';
import type { CreatedTask, WaitOptions } from '../../src/core/api/client';
import { GenerationFailure, isGenerationFailure } from '../../src/core/api/failure';
import { modelOf } from '../../src/core/api/models';
import { resolveProvider } from '../../src/core/api/providers';
import { TaskQueue } from '../../src/core/tasks/taskQueue';
import type { TaskState } from '../../src/core/tasks/task';
import { AssetWriter } from '../../src/host/assetWriter';
import { runPaidTask, type PaidTask } from '../../src/host/paidTask';
import { FakeClock } from '../support/fakeClock';
import { freshFolder } from './support/flux';

const created: CreatedTask = { id: 'task-1', cost: 3 };
const timeoutMs = 300_000;

/** A client whose methods answer as told; the rest of the real one is not asked. */
function fakeClient(methods: Partial<PaidTask['client']>): PaidTask['client'] {
  return {
    create: () => Promise.resolve(created),
    poll: () => Promise.resolve({ sample: 'https://delivery.bfl.ai/x', seed: 7, cost: 4.5 }),
    download: () => picture,
    ...methods,
  };
}

const picture = openCodecs()
  .encode({ width: 4, height: 4, data: new Uint8ClampedArray(64).fill(255) }, 'png')
  .then((bytes) => new Uint8Array(bytes));

function paidTask(
  clock: FakeClock,
  client: PaidTask['client'],
  more: Partial<PaidTask> = {},
): PaidTask {
  return {
    task: {
      id: 'ours-1',
      provider: 'bfl',
      model: 'flux-2-pro',
      prompt: 'A red boat',
      parameters: {},
      startedAt: 0,
      state: { phase: 'queued' },
    },
    model: modelOf('flux-2-pro'),
    provider: resolveProvider('bfl', {
      exchangeRate: 4,
      custom: { baseUrl: '', authHeader: 'bearer', polling: 'get_result', rate: 1 },
    }),
    client,
    references: [],
    referenceUris: [],
    destination: { folder: freshFolder() },
    fileName: '{prompt}-{seed}',
    timeoutMs,
    maxBytes: 1_000_000,
    queue: new TaskQueue(() => 24),
    clock,
    signal: new AbortController().signal,
    onState: () => undefined,
    parameters: {},
    writer: new AssetWriter(),
    unsavedFolder: freshFolder(),
    ...more,
  };
}

describe('one paid task', () => {
  it('goes through its phases to a file with seed and final cost', async () => {
    const phases: TaskState['phase'][] = [];
    const clock = new FakeClock();
    const asset = await runPaidTask(
      paidTask(clock, fakeClient({}), { onState: ({ phase }) => phases.push(phase) }),
    );
    assert.deepEqual(phases, ['sending', 'running', 'downloading', 'saving']);
    assert.deepEqual([asset.seed, asset.taskId, asset.format], [7, 'task-1', 'png']);
    assert.deepEqual(asset.cost, { credits: 4.5, amount: 0.045, currency: 'USD' });
    assert.match(asset.uri, /a-red-boat-7\.png$/);
  });

  it('still has time to download when it is Ready in the last moment', async () => {
    const clock = new FakeClock();
    let remaining = 0;
    const client = fakeClient({
      poll: async () => {
        await clock.advance(timeoutMs - 1);
        return { sample: 'https://delivery.bfl.ai/x' };
      },
      download: (_created, _finished, { deadline }: WaitOptions) => {
        remaining = deadline - clock.now();
        return picture;
      },
    });
    await runPaidTask(paidTask(clock, client));
    assert.ok(remaining >= 60_000, `${String(remaining)} ms are left`);
  });

  it('makes room for the next one as soon as it is Ready', async () => {
    const clock = new FakeClock();
    const queue = new TaskQueue(() => 1);
    let admitted = false;
    const client = fakeClient({
      download: async () => {
        await queue.enter('other', undefined, new AbortController().signal);
        admitted = true;
        return picture;
      },
    });
    await runPaidTask(paidTask(clock, client, { queue }));
    assert.ok(admitted);
  });

  it('names the task in a failure that comes after the answer', async () => {
    const client = fakeClient({
      download: () =>
        Promise.reject(new GenerationFailure({ code: 'result-expired', charged: 'yes' })),
    });
    await assert.rejects(runPaidTask(paidTask(new FakeClock(), client)), (error) => {
      assert.ok(isGenerationFailure(error));
      assert.equal(error.failure.taskId, 'task-1');
      return true;
    });
  });
});
