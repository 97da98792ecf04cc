import assert from 'node:assert/strict';

import fc from 'fast-check';

import { totalOf } from '../../src/core/money/spending';
import type { FaultRule } from '../../src/simulator/faults';
import { freshFolder } from './support/flux';
import { Scene } from './support/scene';
import { until } from './support/until';
import { smallOrder } from './support/smallOrder';

const never = new AbortController().signal;

/** Faults after which it is known what was charged, and what ends a task for good. */
const faults: readonly FaultRule[] = [
  { on: 'create', fault: { kind: 'http', status: 402 } },
  { on: 'create', fault: { kind: 'http', status: 422 } },
  { on: 'poll', fault: { kind: 'status', status: 'Content Moderated' }, whenReady: true },
  { on: 'poll', fault: { kind: 'status', status: 'Error' } },
  { on: 'download', fault: { kind: 'html' } },
  { on: 'download', fault: { kind: 'http', status: 503 } },
];

describe('the ledger', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.set();
  });
  afterEach(() => scene.end());

  it('has a line for each picture: what it was expected to cost, and what it did cost', async () => {
    const { generation, ledger } = scene.open();
    const { saved } = await generation.run(smallOrder(), never);
    const [line, ...others] = await ledger.sync();
    assert.deepEqual(others, []);
    const charge = { credits: 3, amount: 0.03, currency: 'USD' };
    assert.deepEqual([line?.estimate, line?.actual], [charge, charge]);
    assert.deepEqual(
      [line?.file, line?.workspaceLabel, line?.outcome],
      [saved[0]?.uri, 'label of workspace-1', 'saved'],
    );
  });

  it('is the place where a wrong price list shows: the log has the inputs', async () => {
    const { generation, loud } = scene.open();
    await generation.run(smallOrder(), never);
    assert.doesNotMatch(loud.join('\n'), /price list/);
    const estimate = { credits: 30, amount: 0.3, currency: 'USD' } as const;
    const ready = await scene.ready();
    const state = { ...ready, finished: { ...ready.finished, cost: 3 } };
    const entry = scene.entry(state, { order: { estimate } });
    await scene.leave(entry);
    const next = scene.open();
    await next.recovery.look();
    await scene.untilDone();
    assert.match(
      next.loud.join('\n'),
      /price list says 30 credits for flux-2-pro at bfl, the service charged 3: 64 × 64 px/,
    );
  });

  it('has no line for what never reached the service', async () => {
    const { generation, ledger } = scene.open();
    scene.simulator.setFaults([{ on: 'create', fault: { kind: 'http', status: 422 } }]);
    await generation.run(smallOrder(), never);
    assert.deepEqual(await ledger.sync(), []);
  });

  it('counts what may have been charged, and takes a later line of the same task in its place', async () => {
    const { generation, ledger, tasks, ended } = scene.open();
    scene.simulator.setFaults([{ on: 'poll', fault: { kind: 'status', status: 'Pending' } }]);
    const controller = new AbortController();
    const run = generation.run(smallOrder(), controller.signal);
    await until('the task runs', () => tasks.all.some(({ state }) => state.phase === 'running'));
    controller.abort();
    await run;
    await until('the line is there', async () => (await ledger.sync()).length === 1);
    assert.deepEqual(totalOf(ledger.all), { USD: 0.03 });
    assert.equal(ledger.all[0]?.charged, 'unknown');
    scene.simulator.setFaults([]);
    await ended.fetchTask(tasks.all[0]?.id ?? '');
    await until('the picture is saved', async () => (await ledger.sync())[0]?.outcome === 'saved');
    assert.deepEqual(totalOf(ledger.all), { USD: 0.03 });
  });

  it('takes the last word on a task, also where it ends the same way again', async () => {
    const { generation, ledger, tasks, ended } = scene.open();
    scene.simulator.setFaults([{ on: 'poll', fault: { kind: 'ready-without-sample' }, times: 1 }]);
    await generation.run(smallOrder(), never);
    await until('the line is there', async () => (await ledger.sync()).length === 1);
    assert.equal(ledger.all[0]?.charged, 'unknown');
    scene.simulator.setFaults([{ on: 'poll', fault: { kind: 'status', status: 'Error' } }]);
    await ended.fetchTask(tasks.all[0]?.id ?? '');
    await until('it is known to be free', async () => (await ledger.sync())[0]?.charged === 'no');
    assert.deepEqual(totalOf(ledger.all), { USD: 0 });
    // And its end is told, though it leaves no record.
    assert.equal(tasks.all[0]?.state.phase, 'failed');
  });

  it('adds up to what the service charged, whatever fails and whichever window dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -1, max: faults.length - 1 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (choices, dies) => {
          const run = await Scene.set();
          const target = freshFolder();
          let window = run.open();
          for (const choice of choices) {
            const fault = faults[choice];
            run.simulator.setFaults(fault === undefined ? [] : [{ ...fault, times: 1 }]);
            const ordered = window.generation.run(smallOrder({ target }), never);
            if (dies) {
              // As a window that closes: what it has not noted yet is for the next one.
              await until('something is sent', () => run.posts > 0);
              window.engine.dispose();
              window.tasks.dispose();
              window = run.open();
            }
            await ordered;
            await until('nothing is open', async () => {
              await window.recovery.look();
              return (await openEntries(run)).length === 0;
            });
          }
          const charged = run.simulator.charges.reduce((sum, { credits }) => sum + credits, 0);
          // A task's end is in the journal before its line is in the ledger.
          await until(`it adds up to ${charged}`, async () => {
            const lines = await window.ledger.sync();
            const known = lines.filter(({ taskId }) => taskId !== undefined);
            const total = known.reduce(
              (sum, { charged: was, actual }) => sum + (was === 'no' ? 0 : (actual?.credits ?? 0)),
              0,
            );
            const guessed = lines.length - known.length;
            return total <= charged && charged - total <= 3 * guessed;
          });
          const lines = await window.ledger.sync();
          assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length);
          await run.end();
        },
      ),
      { numRuns: 12, seed: 12 },
    );
  });
});

/** What is not at its end. */
async function openEntries(scene: Scene) {
  const entries = [...(await scene.entries()).values()];
  return entries.filter(({ state }) => state.phase !== 'ended');
}
