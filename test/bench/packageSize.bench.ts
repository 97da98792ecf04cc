import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

import { copiedFiles } from '../../scripts/lib/distFiles.mjs';
import { packageIfChanged } from '../../scripts/lib/extensionPackage.mjs';
import { root, vsix } from '../../scripts/lib/paths.mjs';
import { comparedRow, type BenchPart, type BenchRow } from './row';

/** Without the codecs. In bytes. */
const MOST = 1_500_000;
/** Smaller parts are one row together. In bytes. */
const SMALL = 20_000;

const codecs = copiedFiles.map((file) => basename(file)).filter((name) => name.endsWith('.wasm'));

/** What a user downloads, and what each part of it weighs. */
export const part: BenchPart = {
  title: 'Size of the package',
  about: `The VSIX as \`npm run package\` makes it, without the WebAssembly of the codecs beside the limit, then the share that each bundle has in it (of a lazy part nothing is read before it is used); bundles under ${String(SMALL / 1000)} KB are one row, the codecs are the last. KB are 1000 bytes.`,
  measure,
};

interface File {
  readonly name: string;
  readonly bytes: number;
  /** As the package holds it. */
  readonly packed: number;
}

async function measure(): Promise<readonly BenchRow[]> {
  await packageIfChanged();
  const whole = (await stat(vsix)).size;
  const wasm = await Promise.all(codecs.map(fileIn));
  const rest = whole - sum(wasm, 'packed');
  const bundles = await Promise.all((await bundleNames()).map(fileIn));
  bundles.sort((a, b) => b.bytes - a.bytes);
  const small = bundles.filter(({ bytes }) => bytes < SMALL);
  const partOf = (file: File) =>
    row(`${file.name}, ${kilobytes(file.bytes)} unpacked`, file.packed, whole, 'VSIX');
  return [
    row('VSIX without the codecs', rest, MOST, 'limit', 1),
    row('VSIX with the codecs', whole, rest, 'without'),
    ...bundles.filter((file) => !small.includes(file)).map(partOf),
    partOf(together(`${String(small.length)} bundles under ${String(SMALL / 1000)} KB`, small)),
    ...wasm.map(partOf),
  ];
}

async function bundleNames(): Promise<readonly string[]> {
  const meta = JSON.parse(await readFile(join(root, 'dist', 'meta.json'), 'utf8')) as {
    readonly outputs: Readonly<Record<string, unknown>>;
  };
  return Object.keys(meta.outputs).map((file) => basename(file));
}

/** What the package holds of a file is that file deflated, which is done again here. */
async function fileIn(name: string): Promise<File> {
  const bytes = await readFile(join(root, 'dist', name));
  return { name, bytes: bytes.length, packed: deflateRawSync(bytes).length };
}

function together(name: string, files: readonly File[]): File {
  return { name, bytes: sum(files, 'bytes'), packed: sum(files, 'packed') };
}

function sum(files: readonly File[], of: 'bytes' | 'packed'): number {
  return files.reduce((total, file) => total + file[of], 0);
}

function row(
  ...[figure, ours, peer, peerName, limit]: [string, number, number, string, number?]
): BenchRow {
  const more = limit === undefined ? {} : { limit };
  return comparedRow(figure, { ours, peer, peerName, words: kilobytes, ...more });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
