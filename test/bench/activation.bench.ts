import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { newestHost } from '../../scripts/lib/hosts.mjs';
import { installPacked } from '../../scripts/lib/packedExtension.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { explorerItem } from '../support/explorer';
import { runCommand } from '../support/palette';
import { withRealEditor } from './realEditor';
import { comparedRow, inMs, type BenchPart, type BenchRow } from './row';
import { timingOf } from './timing';

const STARTS = 8;
const OURS = 'flux-assets.flux-assets';
const PEER = 'vscode.media-preview';
/** What activation may read. In KB. */
const MOST_KB = 40;

/** The times of each phase in ms, by extension. */
type Start = Readonly<Record<string, readonly number[]>>;

/** What the extension costs a window that opens, as the workbench itself measures it. */
export const part: BenchPart = {
  title: 'Activation',
  about: `The packed extension installed in a real editor (${newestHost}), ${String(STARTS)} windows one after the other; times as _Developer: Startup Performance_ has them, in whole ms, beside the built-in media preview, which an image that is opened activates in the same extension host. The mean of the middle half.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const extensionsFolder = await installPacked('activation');
  const files = { 'icon.png': await readFile(join(root, 'media', 'icon.png')) };
  const starts: Start[] = [];
  await withRealEditor('activation', { extensionsFolder, files }, async (editor) => {
    for (let n = 0; n <= STARTS; n += 1) {
      const page = await editor.open();
      const times = await activations(page);
      await page.close();
      // The first one fills the caches of the disk and of the editor.
      if (n > 0) starts.push(times);
    }
  });
  return [...timeRows(starts), await sizeRow()];
}

function timeRows(starts: readonly Start[]): readonly BenchRow[] {
  const row = (figure: string, pick: (times: readonly number[]) => number, limit?: number) => {
    const [ours, peer] = [OURS, PEER].map((id) =>
      timingOf(starts.map((times) => pick(times[id] ?? []))),
    );
    if (ours === undefined || peer === undefined) throw new Error('Nothing was measured.');
    return comparedRow(figure, {
      ours: ours.middle,
      peer: peer.middle,
      peerName: 'media preview',
      words: inMs(1),
      spread: ours.spread,
      ...(limit !== undefined && { limit }),
    });
  };
  return [
    row('activation in all', sum, 1.5),
    row('its code read', ([load = Number.NaN]) => load),
    // Few extensions have anything to wait for once they are called: theirs would be 0.
    row('activate called, to its end', ([, ...activate]) => sum(activate)),
  ];
}

function sum(times: readonly number[]): number {
  return times.reduce((total, ms) => total + ms, 0);
}

async function sizeRow(): Promise<BenchRow> {
  const meta = JSON.parse(await readFile(join(root, 'dist', 'meta.json'), 'utf8')) as {
    readonly outputs: Readonly<Record<string, { readonly bytes: number }>>;
  };
  const kilobytes = (meta.outputs['dist/extension.js']?.bytes ?? Number.NaN) / 1024;
  return comparedRow('JavaScript read at activation', {
    ours: kilobytes,
    peer: MOST_KB,
    peerName: 'limit',
    words: (figure) => `${figure.toFixed(1)} KB`,
    limit: 1,
  });
}

/** What the workbench has measured, once both have been activated. */
async function activations(page: Page): Promise<Start> {
  await explorerItem(page, 'icon.png').click();
  await page.locator('iframe.webview[src*="extensionId=vscode.media-preview"]').waitFor();
  await runCommand(page, 'Developer: Startup Performance');
  const lines = page.locator('.editor-group-container.active .view-lines');
  await lines.getByText('System Info').waitFor();
  await lines.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  const text = await page.evaluate<string>('navigator.clipboard.readText()');
  return Object.fromEntries([OURS, PEER].map((id) => [id, timesIn(text, id)]));
}

/** `| id | eager | load code | call activate | finish activate | event | by |` */
function timesIn(text: string, id: string): readonly number[] {
  const line = text.split('\n').find((each) => each.includes(`| ${id} `));
  const cells = (line ?? '').split('|').map((cell) => cell.trim());
  const times = cells.slice(3, 6).map(Number);
  if (times.length < 3 || times.some((ms) => !(ms >= 0)))
    throw new Error(`No times of ${id} in what the workbench measured: ${line ?? 'no line'}`);
  return times;
}
