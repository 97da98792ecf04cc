import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type * as vscode from 'vscode';

import type { JournalEntry } from '../../../src/core/tasks/journalEntry';
import { formatEntry, parseEntry } from '../../../src/core/tasks/journalFormat';
import { thisProcess } from '../../../src/host/storage/processName';
import { storageFolders } from '../../../src/host/storage/storageFolders';

/** A folder of its own on the disk, outside the workspace. */
export async function diskFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'flux-assets-'));
}

/** Puts entries into a global storage, as windows have left them there. */
export async function leaveEntries(
  globalStorage: vscode.Uri,
  ...entries: readonly JournalEntry[]
): Promise<void> {
  const { journal } = storageFolders(globalStorage);
  await mkdir(journal, { recursive: true });
  for (const entry of entries) {
    await writeFile(join(journal, `${entry.id}.json`), formatEntry(entry));
  }
}

/** What the journal of a global storage holds, by id. */
export async function entriesIn(globalStorage: vscode.Uri): Promise<Map<string, JournalEntry>> {
  const { journal } = storageFolders(globalStorage);
  const names = await readdir(journal).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFile(join(journal, name), 'utf8').catch(() => '')),
  );
  const entries = texts.map(parseEntry).filter((entry) => typeof entry === 'object');
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Makes a window of this name look alive, as far as its process goes; its heart does not beat. */
export async function leaveLease(globalStorage: vscode.Uri, window: string): Promise<string> {
  const file = leaseOf(globalStorage, window);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify(thisProcess()));
  return file;
}

/** Where the lease of a window lies. */
export function leaseOf(globalStorage: vscode.Uri, window: string): string {
  return join(storageFolders(globalStorage).windows, `${window}.json`);
}
