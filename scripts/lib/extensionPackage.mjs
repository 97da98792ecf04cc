import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { hostsFolder, root, vsix } from './paths.mjs';
import { run } from './processes.mjs';

/** What the package is made from; a change in any of it makes a new package. */
const sources = [
  'src',
  'media',
  'l10n',
  'scripts/lib/distFiles.mjs',
  'scripts/lib/lazyRooms.mjs',
  'esbuild.mjs',
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'package-lock.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  '.vscodeignore',
];

const stamp = join(hostsFolder, 'vsix.sha256');

/** Builds dist/ for production. */
export async function buildExtension() {
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
}

/** Builds for production and packs dist/flux-assets.vsix. Needs no network. */
export async function packageExtension() {
  // Before it is built: what somebody changes meanwhile is not in the package.
  const hash = await sourcesHash();
  await buildExtension();
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // Everything is bundled. There is no public repository to rewrite the README's links to: they lead into the package.
  const options = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ];
  await run(process.execPath, [vsce, 'package', ...options, '--out', vsix], { cwd: root });
  await writeStamp(hash);
}

/** As `packageExtension`, but only when the sources differ from those of the package that is there. */
export async function packageIfChanged() {
  const hash = await sourcesHash();
  const packed = existsSync(stamp) ? await readFile(stamp, 'utf8') : '';
  if (existsSync(vsix) && packed === hash) return 'unchanged';
  await packageExtension();
  return undefined;
}

async function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of await sourceFiles()) {
    hash.update(`${file}\0`);
    hash.update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function sourceFiles() {
  const files = [];
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue;
    if (statSync(join(root, source)).isFile()) {
      files.push(source);
      continue;
    }
    const found = await readdir(join(root, source), { recursive: true, withFileTypes: true });
    for (const entry of found) {
      if (entry.isFile()) files.push(relative(root, join(entry.parentPath, entry.name)));
    }
  }
  return files.sort();
}

async function writeStamp(hash) {
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
}
