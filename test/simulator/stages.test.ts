import { expect, test } from 'vitest';
import type { ExchangeStage } from '../../src/simulator/stages';
import { create, picture, simulate } from './support';

const body = { prompt: 'A pier', width: 64, height: 64 };

test('tells each stage of a task’s exchanges, in their order', async () => {
  const told: ExchangeStage[] = [];
  const ids = new Set<string | undefined>();
  const simulator = await simulate({
    onStage: (stage, taskId) => {
      told.push(stage);
      if (stage !== 'create-arrived' && stage !== 'create-read') ids.add(taskId);
    },
  });
  await picture(simulator, 'flux-2-pro', body);
  expect(told).toEqual([
    'create-arrived',
    'create-read',
    'create-accepted',
    'poll-arrived',
    'download-arrived',
    'download-half',
    'download-sent',
  ]);
  expect([...ids]).toEqual([simulator.charges[0]?.taskId]);
});

test('stands still until the listener has done', async () => {
  const charged: number[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let arrived: () => void = () => undefined;
  const isHeld = new Promise<void>((resolve) => (arrived = resolve));
  const simulator = await simulate({
    onStage: async (stage) => {
      if (stage !== 'create-read') return;
      arrived();
      await held;
    },
  });
  const done = picture(simulator, 'flux-2-pro', body);
  await isHeld;
  charged.push(simulator.charges.length);
  release();
  await done;
  charged.push(simulator.charges.length);
  expect(charged).toEqual([0, 1]);
});

test('sends the same picture whether or not anybody listens', async () => {
  const [quiet, told] = await Promise.all([simulate(), simulate({ onStage: () => undefined })]);
  const pictures = await Promise.all(
    [quiet, told].map((simulator) => picture(simulator, 'flux-2-pro', { ...body, seed: 7 })),
  );
  expect(pictures[0]).toEqual(pictures[1]);
});

test('tells how many tasks are active, whose the charges are, and how requests were answered', async () => {
  let now = 0;
  const simulator = await simulate({ latency: 1000, now: () => now });
  await create(simulator, 'flux-2-pro', body);
  await create(simulator, 'flux-2-pro', { ...body, prompt: 'A gull' });
  await create(simulator, 'flux-2-pro', { ...body, width: 'wide' });
  expect(simulator.activeTasks).toBe(2);
  now = 1000;
  expect(simulator.activeTasks).toBe(0);
  expect(simulator.charges.map(({ prompt }) => prompt)).toEqual(['A pier', 'A gull']);
  expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200, 422]);
});

test('tells of a fault, and of no answer where the connection broke off', async () => {
  const fault = { kind: 'reset', when: 'after-body' } as const;
  const simulator = await simulate({ faults: [{ on: 'create', fault }] });
  await expect(create(simulator, 'flux-2-pro', body)).rejects.toThrow();
  expect(simulator.requests).toHaveLength(1);
  expect(simulator.requests[0]?.status).toBeUndefined();
  expect(simulator.faultTally).toMatchObject({
    create: { exchanges: 1, faults: 1 },
    poll: { exchanges: 0, faults: 0 },
  });
});
