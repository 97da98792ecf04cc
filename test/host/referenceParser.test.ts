import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CodeText, LocatedReference } from '../../src/core/code/locateReferences';
import { threadsOf, type StartThread } from '../../src/host/needed/parserThread';
import { ReferenceParser } from '../../src/host/needed/referenceParser';
import { FakeClock } from '../support/fakeClock';
import { shippedThreads } from './support/imageIndexes';
import { diskFolder } from './support/storage';
import { until } from './support/until';

/** A thread that finds what a text says, unless it hangs or dies at it. */
const WORKER = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, code }) => {
    if (code.text === 'hang') for (;;);
    if (code.text === 'die') process.exit(1);
    parentPort.postMessage({ id, found: [code.text] });
  });
  parentPort.postMessage('ready');
`;

const textsOf = (...texts: readonly string[]): CodeText[] =>
  texts.map((text) => ({ path: `/w/${text}.md`, text }));

/** A parser in time that a test lets pass, and what becomes of its threads. */
function parserOf(start: StartThread, clock = new FakeClock()) {
  const said: string[] = [];
  const seen = { starts: 0, answers: 0, stops: 0 };
  const say = (line: string) => void said.push(line);
  const parser = new ReferenceParser({
    start: (listener) => {
      seen.starts += 1;
      const thread = start({
        ...listener,
        onAnswer: (answer) => {
          seen.answers += 1;
          listener.onAnswer(answer);
        },
      });
      return {
        post: (job) => {
          thread.post(job);
        },
        stop: () => {
          seen.stops += 1;
          thread.stop();
        },
      };
    },
    clock,
    log: { info: say, warn: say },
    locate: (code) =>
      Promise.resolve([('text' in code ? code.text : code.file) as unknown as LocatedReference]),
  });
  return { parser, clock, said, seen };
}

describe('parsing beside the editor', () => {
  let threads: StartThread;
  before(async () => {
    const file = join(await diskFolder(), 'worker.cjs');
    await writeFile(file, WORKER);
    threads = threadsOf(file);
  });

  it('finds references in the thread that is shipped, in the order of the texts', async () => {
    const { parser, seen, said } = parserOf(shippedThreads());
    const found = await parser.parse([
      { path: '/w/a.md', text: '![A](a.png)\n![B](b.png)' },
      { path: '/w/b.md', text: 'Nothing.' },
      { path: '/w/c.md', text: Buffer.from('# C\n![C](c.png)') },
    ]);
    assert.deepEqual(
      found.map((each) => each.map(({ reference }) => reference.path)),
      [['a.png', 'b.png'], [], ['c.png']],
    );
    assert.deepEqual(found[2]?.[0]?.start, { line: 1, character: 5 });
    assert.deepEqual([seen, said], [{ starts: 1, answers: 3, stops: 0 }, []]);
    parser.dispose();
  });

  it('reads files of the disk in the thread; what is gone, too large or no file has nothing', async () => {
    const { parser } = parserOf(shippedThreads());
    const folder = await diskFolder();
    const [page, large, gone] = ['a.md', 'large.md', 'gone.md'].map((name) => join(folder, name));
    assert.ok(page !== undefined && large !== undefined && gone !== undefined);
    await writeFile(page, '![A](a.png)');
    await writeFile(large, `![A](a.png)${' '.repeat(1024 * 1024)}`);
    const files = [page, large, gone, folder].map((file) => ({ path: '/w/a.md', file }));
    const found = await parser.parse(files);
    assert.deepEqual(
      found.map((each) => each.map(({ reference }) => reference.path)),
      [['a.png'], [], [], []],
    );
    parser.dispose();
  });

  it('makes no error of an answer that came in time', async () => {
    const signals: AbortSignal[] = [];
    const clock = new FakeClock();
    const delay = clock.delay.bind(clock);
    clock.delay = (ms, signal) => {
      if (signal !== undefined) signals.push(signal);
      return delay(ms, signal);
    };
    const { parser } = parserOf(threads, clock);
    await parser.parse(textsOf('a', 'b'));
    await parser.parse(textsOf('c'));
    const ended = signals.filter(({ aborted }) => aborted);
    assert.deepEqual(
      [ended.length, ended.some(({ reason }) => reason instanceof Error)],
      [4, false],
    );
    parser.dispose();
  });

  it('gives up a text that hangs, and goes on with the others in another thread', async () => {
    const { parser, clock, seen, said } = parserOf(threads);
    const parsing = parser.parse(textsOf('a', 'hang', 'b'));
    await until('the first text is done', () => seen.answers === 1);
    await clock.advance(15_000);
    assert.deepEqual(await parsing, [['a'], [], ['b']]);
    assert.deepEqual(seen, { starts: 2, answers: 2, stops: 1 });
    assert.deepEqual(said, ['Given up: /w/hang.md']);
    parser.dispose();
  });

  it('gives up a text at which the thread dies', async () => {
    const { parser, seen } = parserOf(threads);
    assert.deepEqual(await parser.parse(textsOf('a', 'die', 'b')), [['a'], [], ['b']]);
    assert.equal(seen.starts, 2);
    parser.dispose();
  });

  it('parses in this thread where no other can be had', async () => {
    const { parser, seen, said } = parserOf(threadsOf('/no/such/worker.js'));
    assert.deepEqual(await parser.parse(textsOf('a', 'b')), [['a'], ['b']]);
    assert.deepEqual(await parser.parse(textsOf('c')), [['c']]);
    assert.equal(seen.starts, 1);
    assert.equal(said.length, 1);
    parser.dispose();
  });

  it('ends the thread that nobody needs, and starts another when a text comes', async () => {
    const { parser, clock, seen } = parserOf(threads);
    await parser.parse(textsOf('a'));
    await clock.advance(30_000);
    assert.deepEqual(seen, { starts: 1, answers: 1, stops: 1 });
    assert.deepEqual(await parser.parse(textsOf('b')), [['b']]);
    assert.equal(seen.starts, 2);
    parser.dispose();
  });
});
