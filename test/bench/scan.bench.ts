import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { build } from 'esbuild';

import { buildExtension } from '../../scripts/lib/extensionPackage.mjs';
import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { hostOf, newestHost } from '../../scripts/lib/hosts.mjs';
import { runSuites } from '../../scripts/lib/runSuites.mjs';
import { codeExtensions } from '../../src/core/code/language';
import { growthExponent } from './growth';
import type { IndexScan } from './inHost/indexScans';
import { comparedRow, inMs, type BenchPart, type BenchRow } from './row';
import { siteFiles } from './siteFiles';
import { timeRuns, timingOf } from './timing';

const SIZES = [1000, 10_000, 100_000];
const RUNS = 3;
/** From here on a person notices that something hangs: what browsers call a long task. */
const LONG_TASK_MS = 50;

/** The index of the workspace's images over many files, beside ripgrep on the same files. */
export const part: BenchPart = {
  title: 'Scan for needed images',
  about: `Files of a site that is made up (components, pages, style sheets, data; of those that may, one in four names an image) in a real extension host (${newestHost}): listed, read, parsed in the extension's thread and looked up on the disk, once for each size, the small one first, the files in the disk's cache; then one file is edited, the middle half of nine times. ripgrep is the editor's own: \`rg --files\` lists the files of the same languages and reads none, \`rg -c\` looks for the extensions of images in all of them; both on all cores, the middle half of ${String(RUNS)} runs. Growth is the exponent fitted through the sizes: 1 is proportional to the files.`,
  measure,
};

interface Peers {
  readonly list: number;
  readonly search: number;
}

async function measure(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'));
  try {
    const folders = SIZES.map((size) => join(folder, String(size)));
    const peers: Peers[] = [];
    for (const [n, size] of SIZES.entries()) {
      const site = folders[n] ?? folder;
      await writeSite(site, size);
      const rg = ripgrep(site);
      const [list, search] = [await timeRuns(RUNS, rg.list), await timeRuns(RUNS, rg.count)];
      peers.push({ list: list.middle, search: search.middle });
    }
    await buildExtension();
    const env = { FLUX_ASSETS_BENCH_FOLDERS: folders.join(':') };
    const print = () => undefined;
    const scans = await runSuites(newestHost, await buildEntry(), { print, env });
    return rowsOf(scans as readonly IndexScan[], peers);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeSite(folder: string, size: number): Promise<void> {
  for (const [path, text] of siteFiles(size)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

function rowsOf(scans: readonly IndexScan[], peers: readonly Peers[]): readonly BenchRow[] {
  const beside = (figure: string, ours: number, peer: number, peerName: string) =>
    comparedRow(figure, { ours, peer, peerName, words: inMs() });
  const edits = scans.map((scan) => timingOf(scan.edits));
  const rows = scans.flatMap(({ files, scan, held }, n): readonly BenchRow[] => {
    const { list = Number.NaN, search = Number.NaN } = peers[n] ?? {};
    const { middle = Number.NaN, spread = 0 } = edits[n] ?? {};
    const name = `${String(files)} files`;
    return [
      beside(`${name}, first scan`, scan, list, 'rg --files'),
      beside(`${name}, first scan`, scan, search, 'rg -c'),
      { ...beside(`${name}, after one edit`, middle, scan, 'first scan'), spread },
      {
        ...beside(
          `${name}, another task's wait in the extension host, 99 of 100`,
          held,
          LONG_TASK_MS,
          'long task',
        ),
        limit: 1,
      },
    ];
  });
  const growthRow = (figure: string, ours: readonly number[], peer: readonly number[]) =>
    comparedRow(figure, {
      ours: growthOf(ours),
      peer: growthOf(peer),
      peerName: 'rg -c',
      words: (exponent) => exponent.toFixed(2),
    });
  const searches = peers.map(({ search }) => search);
  return [
    ...rows,
    growthRow(
      'growth of the first scan',
      scans.map(({ scan }) => scan),
      searches,
    ),
    growthRow(
      'growth of one edit',
      edits.map(({ middle }) => middle),
      searches,
    ),
  ];
}

function growthOf(costs: readonly number[]): number {
  return growthExponent(costs.map((cost, n) => ({ size: SIZES[n] ?? 0, cost })));
}

/** Inside the repository: VS Code looks there whose `vscode` is asked for. */
async function buildEntry(): Promise<string> {
  const outfile = join(await freshFolder('bench'), 'indexScans.js');
  await build({
    entryPoints: ['test/bench/inHost/indexScans.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return outfile;
}

function ripgrep(folder: string) {
  const program = editorsRipgrep();
  const globs = ['-g', `*.{${codeExtensions.join(',')}}`];
  const run = async (...args: readonly string[]) => {
    const options = { maxBuffer: 256 * 1024 * 1024 };
    await promisify(execFile)(program, [...args, ...globs, folder], options);
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
