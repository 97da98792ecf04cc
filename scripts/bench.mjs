import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { benchPartNames, loadBenchPart } from './lib/bench/benchParts.mjs';
import { benchMachine, benchTable, withBenchSection } from './lib/bench/benchTable.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { root } from './lib/paths.mjs';
import { Failure, main, step } from './lib/steps.mjs';

// npm run bench [-- --only name]: our figures beside peers', as ratios of one run, printed and left in
// test/bench/RESULTS.md, where each part has a section of its own.

const page = join(root, 'test', 'bench', 'RESULTS.md');
const heading =
  '# Measured beside the peers\n\nMade by `npm run bench`. Ratios of one run count; absolute times are those of the machine below each table.\n';

requireNode();
const { values } = parseArgs({ options: { only: { type: 'string' } } });

await main(async () => {
  const names = await benchPartNames();
  const chosen = names.filter((name) => values.only === undefined || name === values.only);
  if (chosen.length === 0)
    throw new Failure(`There is no part ${values.only}. There are: ${names.join(', ')}.`);
  for (const name of chosen) await step(name, () => measure(name));
  console.log(`\n${relative(root, page)}`);
});

async function measure(name) {
  const machine = benchMachine();
  const { title, about, measure: run } = await loadBenchPart(name);
  const table = benchTable(await run());
  console.log(`\n${table}\n`);
  const before = await readFile(page, 'utf8').catch(() => heading);
  const date = new Date().toISOString().slice(0, 10);
  const after = withBenchSection(before, { title, about, table, machine, date });
  await writeFile(page, await format(after, { parser: 'markdown', printWidth: 100 }));
}
