import { describe, expect, it } from 'vitest';

import { TaskQueue } from '../../../src/core/tasks/taskQueue';

const never = new AbortController().signal;

/** Enters tasks and records the order in which they are admitted. */
function enterAll(
  queue: TaskQueue,
  tasks: readonly { name: string; model?: string; limit?: number }[],
) {
  const admitted: string[] = [];
  const releases = new Map<string, () => void>();
  for (const { name, model = 'flux-2-pro', limit } of tasks) {
    void queue.enter(model, limit, never).then((release) => {
      admitted.push(name);
      releases.set(name, release);
    });
  }
  return { admitted, releases };
}

const settled = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

describe('TaskQueue', () => {
  it('never lets more in than the limit, and the next in order when one leaves', async () => {
    const queue = new TaskQueue(() => 2);
    const { admitted, releases } = enterAll(queue, [
      { name: 'a' },
      { name: 'b' },
      { name: 'c' },
      { name: 'd' },
    ]);
    await settled();
    expect(admitted).toEqual(['a', 'b']);
    releases.get('b')?.();
    await settled();
    expect(admitted).toEqual(['a', 'b', 'c']);
  });

  it('counts a release once', async () => {
    const queue = new TaskQueue(() => 1);
    const { admitted, releases } = enterAll(queue, [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    await settled();
    releases.get('a')?.();
    releases.get('a')?.();
    await settled();
    expect(admitted).toEqual(['a', 'b']);
  });

  it('holds back a model at its own limit and lets others pass', async () => {
    const queue = new TaskQueue(() => 24);
    const { admitted, releases } = enterAll(queue, [
      { name: 'k1', model: 'flux-kontext-max', limit: 1 },
      { name: 'k2', model: 'flux-kontext-max', limit: 1 },
      { name: 'pro' },
    ]);
    await settled();
    expect(admitted).toEqual(['k1', 'pro']);
    releases.get('k1')?.();
    await settled();
    expect(admitted).toEqual(['k1', 'pro', 'k2']);
  });

  it('lets one that waits go at once when it is canceled, and keeps its place for nobody', async () => {
    const queue = new TaskQueue(() => 1);
    const { admitted, releases } = enterAll(queue, [{ name: 'a' }]);
    const controller = new AbortController();
    const waiting = queue.enter('flux-2-pro', undefined, controller.signal);
    controller.abort(new Error('stop'));
    await expect(waiting).rejects.toThrow('stop');
    const later = enterAll(queue, [{ name: 'c' }]);
    await settled();
    releases.get('a')?.();
    await settled();
    expect([...admitted, ...later.admitted]).toEqual(['a', 'c']);
  });

  it('lets in who waits when the limit is raised, as soon as it is told', async () => {
    let limit = 1;
    const queue = new TaskQueue(() => limit);
    const { admitted } = enterAll(queue, [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    await settled();
    limit = 2;
    queue.refresh();
    await settled();
    expect(admitted).toEqual(['a', 'b']);
  });
});
