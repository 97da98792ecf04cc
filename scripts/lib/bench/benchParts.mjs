import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resultsFolder, root } from '../paths.mjs';

const folder = join(root, 'test', 'bench');
const ending = '.bench.ts';

/** The names of the parts: each `test/bench/*.bench.ts` is one. */
export async function benchPartNames() {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(ending)).map((name) => basename(name, ending));
}

/** Builds a part and resolves with its `BenchPart` (test/bench/row.ts). */
export async function loadBenchPart(name) {
  const { build } = await import('esbuild');
  const out = join(resultsFolder, 'bench');
  await mkdir(out, { recursive: true });
  const outfile = join(out, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [join(folder, `${name}${ending}`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const { part } = await import(`${pathToFileURL(outfile).href}?${String(Date.now())}`);
  return part;
}
