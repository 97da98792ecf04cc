import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { promisify } from 'node:util';

import { build } from 'esbuild';

import { systemClock } from '../../src/core/clock';
import { hostOf, newestHost } from '../../scripts/lib/hosts.mjs';
import { codeExtensions } from '../../src/core/code/language';
import { threadsOf } from '../../src/host/needed/parserThread';
import { ReferenceParser } from '../../src/host/needed/referenceParser';
import type { BenchPart, BenchRow } from './row';
import { siteFiles } from './siteFiles';

const FILES = 10_000;
const BATCH = 32;
const RUNS = 3;
/** From here on a person notices that something hangs: what browsers call a long task. */
const LONG_TASK_MS = 50;

/** A scan of many files, in the parts that the extension has for it, beside ripgrep on the same files. */
export const part: BenchPart = {
  title: 'Scan for needed images',
  about: `${String(FILES)} files of a site that is made up (components, pages, style sheets, data; of those that may, one in four names an image), listed, read in batches of ${String(BATCH)} and parsed in the extension's thread; the middle of ${String(RUNS)} runs, the thread started anew in each. ripgrep is the editor's own; \`rg --files\` lists the same files and reads none, \`rg -c\` reads them all.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'));
  try {
    for (const [path, text] of siteFiles(FILES)) {
      await mkdir(join(folder, 'site', path, '..'), { recursive: true });
      await writeFile(join(folder, 'site', path), text);
    }
    const worker = await buildWorker(folder);
    const rg = ripgrep(join(folder, 'site'));
    const listing = await middleOf(() => rg.list());
    const searching = await middleOf(() => rg.count());
    const held: number[] = [];
    const scanning = await middleOf(async () => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await scan(worker, await rg.list());
      delay.disable();
      held.push(delay.percentile(99) / 1e6);
    });
    return rowsOf({ listing, searching, scanning, held: Math.max(...held) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rowsOf(ms: {
  readonly listing: Timing;
  readonly searching: Timing;
  readonly scanning: Timing;
  readonly held: number;
}): readonly BenchRow[] {
  const beside = (peerName: string, peer: Timing): BenchRow => ({
    figure: 'whole scan',
    ours: `${ms.scanning.middle.toFixed(0)} ms`,
    peer: `${peer.middle.toFixed(0)} ms`,
    peerName,
    ratio: ms.scanning.middle / peer.middle,
    spread: ms.scanning.spread,
  });
  return [
    beside('rg --files', ms.listing),
    beside('rg -c', ms.searching),
    {
      figure: "another task's wait in the editor's thread, 99 of 100",
      ours: `${ms.held.toFixed(1)} ms`,
      peer: `${String(LONG_TASK_MS)} ms`,
      peerName: 'long task',
      ratio: ms.held / LONG_TASK_MS,
      limit: 1,
    },
  ];
}

async function scan(worker: string, files: readonly string[]): Promise<void> {
  const log = { info: () => undefined, warn: () => undefined };
  const parser = new ReferenceParser({ start: threadsOf(worker), clock: systemClock, log });
  let found = 0;
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const sources = batch.map((path) => ({ path, file: path }));
    for (const each of await parser.parse(sources)) found += each.length;
  }
  parser.dispose();
  if (found === 0) throw new Error('The scan found nothing: its figures mean nothing.');
}

interface Timing {
  readonly middle: number;
  /** How far the runs lay apart, as a share of the middle one. */
  readonly spread: number;
}

async function middleOf(run: () => Promise<unknown>): Promise<Timing> {
  // The first one fills the caches of the disk.
  await run();
  const times: number[] = [];
  for (let n = 0; n < RUNS; n += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const middle = times[RUNS >> 1] ?? 0;
  return { middle, spread: ((times.at(-1) ?? 0) - (times[0] ?? 0)) / middle / 2 };
}

/** The thread's entry with all parsers in it. */
async function buildWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'referenceWorker.cjs');
  await build({
    entryPoints: ['src/host/needed/referenceWorker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}

function ripgrep(folder: string) {
  const program = editorsRipgrep();
  const globs = ['-g', `*.{${codeExtensions.join(',')}}`];
  const run = async (...args: readonly string[]) => {
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(program, [...args, ...globs, folder], options);
    return stdout.split('\n').filter((line) => line !== '');
  };
  return {
    list: () => run('--files', '--hidden'),
    count: () => run('--hidden', '-c', '\\.(png|jpe?g|webp|avif|gif|ico|svg)'),
  };
}

/** As the newest editor brings it along that `npm run test:host` has fetched. */
function editorsRipgrep(): string {
  const { server } = hostOf(newestHost);
  const binaries = join(server, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  return join(binaries, `${process.platform}-${process.arch}`, 'rg');
}
