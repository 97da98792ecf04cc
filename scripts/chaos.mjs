import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { killPointsNamed, runKillTable } from './lib/chaos/killTable.mjs';
import { markdownOf } from './lib/chaos/markdownTable.mjs';
import { PrintedTable } from './lib/chaos/printedTable.mjs';
import { killHeading, soakHeading, withPart } from './lib/chaos/resultsPage.mjs';
import { runSoak, share } from './lib/chaos/soak/soak.mjs';
import { faultWords, soakPage } from './lib/chaos/soak/soakPage.mjs';
import { rowsOf, soakProblemsOf } from './lib/chaos/soak/soakTable.mjs';
import { problemsOf, sumOf } from './lib/chaos/table.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { newestHost, prepareHost } from './lib/hosts.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { root } from './lib/paths.mjs';
import { Failure, main, step } from './lib/steps.mjs';

// npm run chaos -- [--only text] [--soak] [--tasks n] [--seed n] [--literal]: first the extension host is killed at
// every moment that matters and started again (`--only` some of them, and then no soak), then two windows make 500
// pictures at a service that fails (`--soak` that alone; `--literal`: every fault for itself at 20 %). Exit 1 unless
// nothing was lost, nothing was paid twice and all came out as it should. Whole parts leave their tables in
// test/chaos/RESULTS.md.

const wholeSoak = 500;

requireNode();
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    soak: { type: 'boolean', default: false },
    tasks: { type: 'string', default: String(wholeSoak) },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    literal: { type: 'boolean', default: false },
  },
});

await main(async () => {
  // There is no signal there that stops a process where it stands.
  if (process.platform === 'win32') throw new Failure('npm run chaos needs Linux or macOS.');
  await step('Finding Chromium', ensureChromium);
  await step(`Preparing VS Code (code-server ${newestHost})`, () => prepareHost(newestHost));
  if (!values.soak) await killTable(killPointsNamed(values.only));
  if (values.only === undefined) await soak();
});

async function killTable(points) {
  if (points.length === 0) throw new Failure(`No kill point is named like “${values.only}”.`);
  const table = new PrintedTable(points.map(({ name }) => name));
  const { results, versions } = await runKillTable({
    points,
    onReady: () => table.begin(),
    onResult: (result) => table.add(result),
  });
  table.end(sumOf(results));
  if (values.only === undefined) await leave(killHeading, markdownOf(results, versions));
  if (results.some((result) => problemsOf(result).length > 0)) process.exitCode = 1;
}

async function soak() {
  const { literal } = values;
  const [tasks, seed] = [Number(values.tasks), Number(values.seed)];
  console.log(faultWords(share, literal));
  const result = await runSoak({ tasks, seed, literal });
  const rows = rowsOf(result);
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, count] of rows) console.log(`${what.padEnd(width)}  ${count}`);
  const problems = soakProblemsOf(result);
  for (const problem of problems) console.log(`    ! ${problem}`);
  if (tasks === wholeSoak && !literal) await leave(soakHeading, soakPage(result, share));
  if (problems.length > 0) process.exitCode = 1;
}

async function leave(heading, part) {
  const file = join(root, 'test', 'chaos', 'RESULTS.md');
  const before = await readFile(file, 'utf8').catch(() => '');
  const { format, resolveConfig } = await import('prettier');
  const page = withPart(before, heading, part);
  await writeFile(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
  console.log(`\nThe table: ${relative(root, file)}`);
}
