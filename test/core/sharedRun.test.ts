import { expect, test } from 'vitest';

import { shareRuns } from '../../src/core/sharedRun';

/** Work that ends when it is told to. */
function heldWork() {
  const runs: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const work = () =>
    new Promise<void>((end, fail) => {
      runs.push({ end, fail });
    });
  return { runs, work };
}

/** Lets all go on that waits for nothing. */
async function settle() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test('begins at once, and shares one run among all who ask while another is under way', async () => {
  const { runs, work } = heldWork();
  const run = shareRuns(work);
  const first = run();
  const others = [run(), run(), run()];
  await settle();
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await first;
  await settle();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await Promise.all(others);
  expect(runs).toHaveLength(2);
});

test('begins again for who asks later', async () => {
  const { runs, work } = heldWork();
  const run = shareRuns(work);
  for (let turn = 0; turn < 3; turn += 1) {
    const done = run();
    expect(runs).toHaveLength(turn + 1);
    runs[turn]?.end();
    await done;
    await settle();
  }
});

test('fails for those whose run failed, and for nobody else', async () => {
  const { runs, work } = heldWork();
  const run = shareRuns(work);
  const first = run();
  const second = run();
  runs[0]?.fail(new Error('The disk is full.'));
  await expect(first).rejects.toThrow('The disk is full.');
  await settle();
  const third = run();
  runs[1]?.end();
  await second;
  await settle();
  runs[2]?.fail(new Error('It is full again.'));
  await expect(third).rejects.toThrow('It is full again.');
});

test('runs once at a time, and anew for who asks when one has just begun', async () => {
  const { runs, work } = heldWork();
  const run = shareRuns(work);
  const first = run();
  const second = run();
  // The second run begins as the first ends, a moment before this asks.
  const third = first.then(() => run());
  runs[0]?.end();
  await first;
  await settle();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await second;
  await settle();
  expect(runs).toHaveLength(3);
  runs[2]?.end();
  await third;
});
