import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

import * as vscode from 'vscode';

import { indexOver } from '../../host/support/imageIndexes';

/** What one folder cost. In ms. */
export interface IndexScan {
  readonly files: number;
  /** Listed, read, parsed and resolved. */
  readonly scan: number;
  /** Another task's wait in the extension host meanwhile, 99 of 100. */
  readonly held: number;
  /** After one edit until all is up to date again, each time. */
  readonly edits: readonly number[];
}

const EDITS = 9;

/** What the extension host calls (runSuites): scans the folders that the environment names, in a real extension host. */
export async function run(): Promise<void> {
  const { FLUX_ASSETS_BENCH_FOLDERS: folders = '', FLUX_ASSETS_TEST_COUNTS: results = '' } =
    process.env;
  const scans: IndexScan[] = [];
  for (const folder of folders.split(':')) scans.push(await scan(vscode.Uri.file(folder)));
  writeFileSync(results, JSON.stringify(scans));
}

async function scan(folder: vscode.Uri): Promise<IndexScan> {
  const { index } = indexOver([folder]);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  index.begin();
  await index.settled();
  const scanned = performance.now() - start;
  delay.disable();
  if (index.extent.references === 0) throw new Error('The scan found nothing.');
  const edits = await editsIn(folder, index);
  index.dispose();
  return { files: index.extent.files, scan: scanned, held: delay.percentile(99) / 1e6, edits };
}

async function editsIn(folder: vscode.Uri, index: ReturnType<typeof indexOver>['index']) {
  const file = vscode.Uri.joinPath(folder, 'docs', '3', 'page-3.md');
  await vscode.workspace.openTextDocument(file);
  const times: number[] = [];
  for (let n = 0; n < EDITS; n += 1) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), `![New](new-${String(n)}.png)\n\n`);
    await vscode.workspace.applyEdit(edit);
    const start = performance.now();
    // The index waits until typing is over; whoever asks does not.
    await index.settled();
    times.push(performance.now() - start);
    const image = vscode.Uri.joinPath(file, '..', `new-${String(n)}.png`);
    if (index.referencesTo(image).length !== 1) throw new Error('The edit was not seen.');
  }
  return times;
}
