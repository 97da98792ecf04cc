import { describe, expect, it } from 'vitest';
import type { FakeAnswer, Step } from '../../support/fakeTransport';
import { reset } from '../../support/fakeTransport';
import { failureOf } from '../../support/fluxClient';
import { MemorySink } from '../../support/memorySink';
import { download, sample, task } from '../../support/readyTask';

const picture = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
const other = Uint8Array.of(10, 11, 12, 13, 14, 15, 16, 17);

/** The whole of a picture, which may break off before byte `to`. */
function whole(
  to = 8,
  headers: FakeAnswer['headers'] = { etag: '"a"' },
  bytes = picture,
): FakeAnswer {
  return {
    headers: { 'content-length': '8', ...headers },
    body: [bytes.subarray(0, 2), bytes.subarray(2, to)],
    ...(to < 8 && { then: 'break' }),
  };
}

/** A part of it. */
function part(from: number, to = 8, headers: FakeAnswer['headers'] = {}): FakeAnswer {
  return {
    status: 206,
    headers: {
      etag: '"a"',
      'content-range': `bytes ${from}-7/8`,
      'content-length': String(8 - from),
      ...headers,
    },
    body: picture.subarray(from, to),
    ...(to < 8 && { then: 'break' }),
  };
}

const rangesOf = (requests: readonly { headers: Readonly<Record<string, string>> }[]) =>
  requests.map(({ headers }) => [headers['range'], headers['if-range']]);
const fromStart = [undefined, undefined];

describe('a transfer that breaks off', () => {
  it.each([3, 5, 7])('goes on from byte %s', async (byte) => {
    const { answer, requests, sink } = download([whole(byte), part(byte)]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests)).toEqual([fromStart, [`bytes=${byte}-`, '"a"']]);
    expect(sink.calls).not.toContain('clear');
  });

  it('goes on again and again, and does not wait longer each time it brings something', async () => {
    const { answer, requests } = download([whole(3), part(3, 4), part(4, 5), reset(), part(5)]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests).map(([range]) => range)).toEqual([
      undefined,
      'bytes=3-',
      'bytes=4-',
      'bytes=5-',
      'bytes=5-',
    ]);
    const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));
    expect(gaps).toEqual([375, 375, 375, 750]);
  });

  it('goes on where it fell silent for 30 s', async () => {
    const silent: FakeAnswer = { ...whole(5), then: 'hang' };
    const { answer, requests } = download([silent, part(5)]);
    expect(await answer).toEqual(picture);
    expect((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0)).toBe(30_375);
  });

  it('is whole when only its end is missing', async () => {
    const { answer, requests } = download([{ ...whole(), then: 'break' }]);
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(1);
  });

  it('asks at the end of a redirect, too', async () => {
    const redirect = { status: 302, headers: { location: '/b.png' } };
    const { answer, requests } = download([redirect, whole(4), redirect, part(4)]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests).at(-1)).toEqual(['bytes=4-', '"a"']);
  });

  it('goes on by a date that was old enough when it was given', async () => {
    const dated = {
      'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
      date: 'Thu, 01 Jan 2026 00:01:00 GMT',
    };
    const { answer, requests } = download([whole(4, dated), part(4, 8, dated)]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests).at(-1)).toEqual(['bytes=4-', 'Thu, 01 Jan 2026 00:00:00 GMT']);
  });
});

describe('a transfer starts anew', () => {
  it.each<readonly [string, FakeAnswer['headers']]>([
    ['without a validator', {}],
    ['by a weak tag', { etag: 'W/"a"' }],
    ['by a tag that is none', { etag: 'a' }],
    ['by a date alone', { 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }],
    [
      'by a date of just now',
      {
        'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
        date: 'Thu, 01 Jan 2026 00:00:59 GMT',
      },
    ],
    ['compressed', { etag: '"a"', 'content-encoding': 'gzip' }],
  ])('%s', async (_what, headers) => {
    const { answer, requests, sink } = download([whole(4, headers), whole()]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests)).toEqual([fromStart, fromStart]);
    expect(sink.calls).toEqual([2, 2, 'clear', 2, 6]);
  });

  it('when the whole comes all the same: it has changed', async () => {
    const { answer, sink } = download([whole(4), whole(8, { etag: '"b"' }, other)]);
    expect(await answer).toEqual(other);
    expect(sink.calls).toEqual([2, 2, 'clear', 2, 6]);
  });

  it.each<readonly [string, FakeAnswer]>([
    ['a changed tag', part(4, 8, { etag: '"b"' })],
    ['no tag', { ...part(4), headers: { 'content-range': 'bytes 4-7/8' } }],
    ['another beginning', part(3)],
    ['another total', part(4, 8, { 'content-range': 'bytes 4-7/9' })],
    ['an unknown total', part(4, 8, { 'content-range': 'bytes 4-7/*' })],
    ['an end before its beginning', part(4, 8, { 'content-range': 'bytes 4-3/8' })],
    ['no range', part(4, 8, { 'content-range': '' })],
    ['a compressed part', part(4, 8, { 'content-encoding': 'gzip' })],
    ['416', { status: 416, headers: { 'content-range': 'bytes */3' } }],
  ])('at once after %s', async (_what, misfit) => {
    const { answer, requests, openBodies } = download([whole(4), misfit, whole(8, {}, other)]);
    expect(await answer).toEqual(other);
    expect(rangesOf(requests)).toEqual([fromStart, ['bytes=4-', '"a"'], fromStart]);
    expect(requests[2]?.at).toBe(requests[1]?.at);
    expect(openBodies()).toBe(0);
  });

  it('over what an earlier try left: nobody knows of what it is', async () => {
    const sink = new MemorySink(other.subarray(0, 3));
    const { answer, requests } = download([whole()], { sink });
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests)).toEqual([fromStart]);
    expect(sink.calls).toEqual(['clear', 2, 6]);
  });

  it('when more arrives than was announced', async () => {
    const lying = whole(8, { etag: '"a"', 'content-length': '5' });
    const { answer, requests } = download([lying, whole()]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests)).toEqual([fromStart, fromStart]);
  });
});

it('less than was announced is gone on with', async () => {
  const short: FakeAnswer = { ...whole(5), body: picture.subarray(0, 5) };
  delete (short as { then?: string }).then;
  const { answer, requests } = download([short, part(5)]);
  expect(await answer).toEqual(picture);
  expect(requests).toHaveLength(2);
});

it('a part that nobody asked for is no picture', async () => {
  const { answer, clock, wait } = download([part(0)]);
  const cause = 'a part arrived instead of the whole';
  expect(await failureOf(answer)).toMatchObject({ code: 'network', charged: 'yes', cause });
  expect(clock.now()).toBeGreaterThan(wait.deadline - 31_000);
});

describe('a fresh link', () => {
  const freshSample = 'https://delivery-eu2.bfl.ai/results/a.png?sig=fresh';
  const freshPoll: Step = { body: { status: 'Ready', result: { sample: freshSample } } };
  const dead: Step = { status: 403 };

  it('goes on where the tag is the same', async () => {
    const { answer, requests } = download([whole(4), dead, freshPoll, part(4)]);
    expect(await answer).toEqual(picture);
    expect(requests.map(({ url }) => url)).toEqual([sample, sample, task.pollingUrl, freshSample]);
    expect(rangesOf(requests).at(-1)).toEqual(['bytes=4-', '"a"']);
    expect(requests[2]?.headers).not.toHaveProperty('range');
  });

  it('starts anew where it is not', async () => {
    const changed = whole(8, { etag: '"b"' }, other);
    const { answer } = download([whole(4), dead, freshPoll, changed]);
    expect(await answer).toEqual(other);
  });

  it('starts anew where there was only a date', async () => {
    const dated = {
      'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
      date: 'Thu, 01 Jan 2026 01:00:00 GMT',
    };
    const { answer, requests } = download([whole(4, dated), dead, freshPoll, whole(8, dated)]);
    expect(await answer).toEqual(picture);
    expect(rangesOf(requests).at(-1)).toEqual(fromStart);
  });
});

describe('the limit counts what is there already', () => {
  const tooLarge = { code: 'bad-image', charged: 'yes', detail: 'too-large' };
  const unannounced: FakeAnswer = {
    headers: { etag: '"a"' },
    body: picture.subarray(0, 6),
    then: 'break',
  };

  it('by the announced total', async () => {
    const rest = part(6, 8, { 'content-range': 'bytes 6-10/11' });
    const { answer, requests, openBodies } = download([unannounced, rest]);
    expect(await failureOf(answer)).toMatchObject(tooLarge);
    expect(requests).toHaveLength(2);
    expect(openBodies()).toBe(0);
  });

  it('by what arrives', async () => {
    const more: FakeAnswer = { headers: { etag: '"a"' }, body: [picture, picture], then: 'hang' };
    const { answer, sink, openBodies } = download([unannounced, more]);
    expect(await failureOf(answer)).toMatchObject(tooLarge);
    expect(sink.length).toBe(8);
    expect(openBodies()).toBe(0);
  });

  it('and is one byte above it', async () => {
    const rest: FakeAnswer = {
      ...part(6),
      headers: { etag: '"a"', 'content-range': 'bytes 6-9/10' },
      body: Uint8Array.of(6, 7, 8, 9),
    };
    expect(await download([unannounced, rest]).answer).toHaveLength(10);
  });
});
