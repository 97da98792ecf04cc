import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, it } from 'vitest';
import { isGenerationFailure } from '../../../src/core/api/failure';
import type { HttpRequest } from '../../../src/core/api/transport';
import type { Step } from '../../support/fakeTransport';
import { reset } from '../../support/fakeTransport';
import { MemorySink } from '../../support/memorySink';
import { download } from '../../support/readyTask';

/** Two versions of a picture, of one length, that share no byte. */
const versions = [0, 100].map((first) =>
  Uint8Array.from({ length: 9 }, (_, index) => first + index),
);

type Naming = 'tags' | 'weak tags' | 'dates' | 'nothing';

interface Behaviour {
  readonly what: 'answer' | 'busy' | 'reset' | 'dead';
  readonly version: number;
  /** How a request for a part is met. */
  readonly ranges: 'right' | 'ignored' | 'whatever the version' | 'shifted' | '416';
  readonly announces: boolean;
  /** Bytes that arrive before `end`. */
  readonly sent: number;
  readonly piece: number;
  readonly end: 'end' | 'break' | 'hang';
}

const behaviour: Arbitrary<Behaviour> = record({
  what: constantFrom('answer', 'answer', 'answer', 'busy', 'reset', 'dead'),
  version: nat(1),
  ranges: constantFrom('right', 'right', 'ignored', 'whatever the version', 'shifted', '416'),
  announces: constantFrom(true, false),
  sent: nat(9),
  piece: nat(3),
  end: constantFrom('end', 'break', 'hang'),
});

it('whatever breaks at whatever byte, what is there in the end is one picture, whole, or a failure', async () => {
  let ends = 0;
  await assert(
    asyncProperty(
      constantFrom<Naming>('tags', 'tags', 'weak tags', 'dates', 'nothing'),
      array(behaviour, { minLength: 1, maxLength: 8 }),
      nat(9),
      async (naming, behaviours, left) => {
        const sink = new MemorySink(new Uint8Array(left).fill(255));
        const script = (request: HttpRequest, index: number) =>
          respond(request, naming, behaviours[index] ?? behaviours.at(-1));
        const { answer, openBodies } = download(script, { sink });
        try {
          const bytes = await answer;
          ends += 1;
          expect(versions).toContainEqual(bytes);
        } catch (error) {
          if (!isGenerationFailure(error)) throw error;
        }
        expect(openBodies()).toBe(0);
      },
    ),
    { numRuns: 1000 },
  );
  // Some three hundred do: enough to know that this is not a test of failures alone.
  expect(ends).toBeGreaterThan(100);
});

function respond({ url, headers }: HttpRequest, naming: Naming, next: Behaviour | undefined): Step {
  if (url.includes('/get_result')) {
    return {
      body: { status: 'Ready', result: { sample: 'https://delivery-eu2.bfl.ai/b.png' } },
    };
  }
  if (next === undefined || next.what === 'busy') return { status: 503 };
  if (next.what === 'reset') return reset();
  if (next.what === 'dead') return { status: 403 };
  const names = namesOf(naming, next.version);
  const whole = versions[next.version] ?? new Uint8Array();
  const asked = /^bytes=(\d+)-$/.exec(headers['range'] ?? '')?.[1];
  const holds = Object.values(names).includes(headers['if-range'] ?? '');
  if (asked === undefined || next.ranges === 'ignored') return body(next, whole, 0, names);
  if (next.ranges === '416') return { status: 416 };
  if (!holds && next.ranges !== 'whatever the version') return body(next, whole, 0, names);
  const start = Math.max(0, Number(asked) - (next.ranges === 'shifted' ? 1 : 0));
  return body(next, whole, start, { ...names, 'content-range': `bytes ${start}-8/9` });
}

function namesOf(naming: Naming, version: number): Readonly<Record<string, string>> {
  switch (naming) {
    case 'tags':
      return { etag: `"${version}"` };
    case 'weak tags':
      return { etag: 'W/"same"' };
    case 'dates':
      return {
        'last-modified': `Thu, 01 Jan 2026 00:00:0${version} GMT`,
        date: 'Thu, 01 Jan 2026 00:30:00 GMT',
      };
    case 'nothing':
      return {};
  }
}

function body(
  { announces, sent, piece, end }: Behaviour,
  whole: Uint8Array,
  start: number,
  names: Readonly<Record<string, string>>,
): Step {
  const isPart = 'content-range' in names;
  // That a body ends early, without a break and without a length to hold it against, nobody can see.
  const stop = end === 'end' && !announces && !isPart ? whole.length : Math.max(start, sent);
  const pieces: Uint8Array[] = [];
  for (let at = start; at < stop; at += piece + 1) {
    pieces.push(whole.subarray(at, Math.min(at + piece + 1, stop)));
  }
  return {
    status: isPart ? 206 : 200,
    headers: { ...names, ...(announces && { 'content-length': String(whole.length - start) }) },
    body: pieces,
    ...(end !== 'end' && { then: end }),
  };
}
