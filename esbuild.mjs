import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { copiedFiles } from './scripts/lib/distFiles.mjs';
import { lazyRooms } from './scripts/lib/lazyRooms.mjs';
import { sharing } from './scripts/lib/sharedPackages.mjs';

// node esbuild.mjs [--production] [--watch]: everything under src/ into dist/.

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  absWorkingDir: root,
  minify: production,
  sourcemap: !production,
  metafile: true,
  logLevel: 'info',
  define: { 'process.env.NODE_ENV': JSON.stringify(production ? 'production' : 'development') },
};

const inHost = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  // Lazy rooms become `require`, which the extension host intercepts for 'vscode'; `import()` goes past it.
  supported: { 'dynamic-import': false },
  // Of a package that comes in both module systems, the ES one is smaller once bundled.
  mainFields: ['module', 'main'],
};

const inPage = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

const bundles = [
  ['extension', 'src/extension.ts', inHost],
  // A thread's entry, which nothing imports.
  ['referenceWorker', 'src/host/needed/referenceWorker.ts', inHost],
  ['panel', 'src/webview/panel/main.tsx', inPage],
  ['history', 'src/webview/history/main.tsx', inPage],
  ['spending', 'src/webview/spending/main.tsx', inPage],
];

const built = new Map();
const metafiles = new Map();

/** Builds one bundle and, after it, every lazy room and shared package that it names; a bundle is built once. */
async function bundle(name, file, options) {
  const known = built.get(name);
  if (known !== undefined) {
    if (known !== file) throw new Error(`two rooms named ${name}: ${known} and ${file}`);
    return;
  }
  built.set(name, file);
  const rooms = new Map();
  const settings = {
    ...options,
    entryPoints: [{ in: file, out: name }],
    outdir: dist,
    plugins: [
      lazyRooms((room, path) => rooms.set(room, path)),
      // A page's bundle must be whole: it has no `require`.
      ...(options === inHost ? [sharing((shared, from) => rooms.set(shared, from))] : []),
      report(name, rooms, options),
    ],
  };
  if (!watch) {
    await esbuild.build(settings);
    return;
  }
  await (await esbuild.context(settings)).watch();
}

function report(name, rooms, options) {
  return {
    name: 'report',
    setup(build) {
      build.onEnd(async (result) => {
        if (result.metafile !== undefined) metafiles.set(name, result.metafile);
        for (const [room, path] of rooms) await bundle(room, path, options);
      });
    },
  };
}

/** One metafile for all bundles: sizes are checked against it. */
async function writeMetafile() {
  const all = [...metafiles.values()];
  const merged = {
    inputs: Object.assign({}, ...all.map((meta) => meta.inputs)),
    outputs: Object.assign({}, ...all.map((meta) => meta.outputs)),
  };
  await writeFile(join(dist, 'meta.json'), JSON.stringify(merged));
}

/** A room that was renamed must not stay in the package; the package itself stays. */
async function removeStale() {
  const current = new Set(['meta.json', ...copiedFiles.map((file) => basename(file))]);
  for (const name of built.keys()) current.add(`${name}.js`);
  if (!production) for (const name of built.keys()) current.add(`${name}.js.map`);
  for (const file of await readdir(dist)) {
    if (!current.has(file) && !file.endsWith('.vsix')) await rm(join(dist, file));
  }
}

async function buildAll() {
  await mkdir(dist, { recursive: true });
  await Promise.all(
    copiedFiles.map((file) =>
      copyFile(join(root, 'node_modules', file), join(dist, basename(file))),
    ),
  );
  for (const [name, path, options] of bundles) {
    const file = join(root, path);
    if (existsSync(file)) await bundle(name, file, options);
    else console.warn(`${relative(root, file)} is not there: no dist/${name}.js`);
  }
  if (watch) return;
  await writeMetafile();
  await removeStale();
}

try {
  await buildAll();
} catch (error) {
  // esbuild has printed what is wrong with the sources; anything else is ours.
  if (error.errors === undefined) console.error(error);
  process.exitCode = 1;
}
