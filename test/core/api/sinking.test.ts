import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/core/api/transport';
import { FakeClock, settled } from '../../support/fakeClock';
import type { FakeAnswer } from '../../support/fakeTransport';
import { failureOf } from '../../support/fluxClient';
import { MemorySink } from '../../support/memorySink';
import { download, picture, whole } from '../../support/readyTask';

const paid = { charged: 'yes', taskId: 'task-1' };
const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

describe('a sink that fails', () => {
  it.each([1, 3])('ends it at once with its own error, at a piece of %s', async (failing) => {
    const sink = new MemorySink(undefined, (call) =>
      call === failing ? Promise.reject(full) : Promise.resolve(),
    );
    const { answer, requests, clock, openBodies } = download([whole], { sink });
    const started = clock.now();
    await expect(answer).rejects.toBe(full);
    expect(requests).toHaveLength(1);
    expect(clock.now()).toBe(started);
    expect(openBodies()).toBe(0);
  });

  it('ends it when it cannot be cleared, too', async () => {
    const sink = new MemorySink(picture, () => Promise.reject(full));
    const { answer, requests, openBodies } = download([whole], { sink });
    await expect(answer).rejects.toBe(full);
    expect(requests).toHaveLength(1);
    expect(openBodies()).toBe(0);
  });

  it('ends it even if the connection cannot be given back', async () => {
    const response: HttpResponse = {
      status: 200,
      header: () => undefined,
      text: () => Promise.resolve(''),
      discard: () => Promise.resolve(),
      chunks: async function* () {
        try {
          yield picture;
        } finally {
          await new Promise(() => undefined);
        }
      },
    };
    const sink = new MemorySink(undefined, () => Promise.reject(full));
    const { answer } = download([], { sink, transport: () => Promise.resolve(response) });
    await expect(answer).rejects.toBe(full);
  });
});

/** A sink whose first piece is taken when told. */
function slowSink() {
  let take: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  return { sink: new MemorySink(undefined, () => taken), take };
}

describe('a sink that is slow', () => {
  it('gets the next piece when it has taken the one before, however long that is', async () => {
    const { sink, take } = slowSink();
    const { answer, requests, clock } = download([whole], { sink, auto: false });
    await clock.advance(100_000);
    expect(sink.calls).toEqual([1]);
    take();
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(1);
  });

  it('leaves the other side its whole 30 s after that', async () => {
    const { sink, take } = slowSink();
    const silent: FakeAnswer = { ...whole, body: picture.subarray(0, 1), then: 'hang' };
    const { answer, requests, clock } = download([silent, whole], { sink, auto: false });
    await clock.advance(45_000);
    take();
    await clock.advance(29_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1000);
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(2);
  });

  it('is left alone at the deadline, which says so', async () => {
    const { sink } = slowSink();
    const { answer, requests, clock, wait } = download([whole], { sink });
    const cause = 'what arrived was not taken in time';
    expect(await failureOf(answer)).toEqual({ ...paid, code: 'network', cause });
    expect(clock.now()).toBe(wait.deadline);
    expect(requests).toHaveLength(1);
  });

  it('does not hold up a cancellation', async () => {
    const { sink, take } = slowSink();
    const { answer, cancel, clock } = download([whole], { sink, auto: false });
    await settled();
    cancel();
    expect(await failureOf(answer)).toEqual({ ...paid, code: 'canceled' });
    take();
    await settled();
    expect(sink.calls).toEqual([1]);
    expect(clock.pending).toBe(0);
  });
});

it.each(['answer', 'piece'])(
  'a connection that does not listen changes nothing with a late %s in what the next one has begun',
  async (late) => {
    const clock = new FakeClock();
    const requests: HttpRequest[] = [];
    let discarded = 0;
    const transport = async (request: HttpRequest): Promise<HttpResponse> => {
      const isFirst = requests.push(request) === 1;
      if (isFirst && late === 'answer') await clock.delay(40_000);
      return {
        status: 200,
        header: () => undefined,
        text: () => Promise.resolve(''),
        discard: () => Promise.resolve(void (discarded += 1)),
        chunks: async function* () {
          if (isFirst) await clock.delay(40_000);
          yield isFirst ? Uint8Array.of(9, 9) : picture.subarray(0, 2);
          if (!isFirst) await clock.delay(20_000);
          if (!isFirst) yield picture.subarray(2);
        },
      };
    };
    const { answer, sink } = download([], { clock, transport });
    await clock.advance(100_000);
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(2);
    expect(sink.calls).toEqual([2, 2]);
    expect(discarded).toBe(late === 'answer' ? 1 : 0);
  },
);
