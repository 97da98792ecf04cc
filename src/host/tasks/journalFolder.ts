import { readdir } from 'node:fs/promises';

/** Whether a journal's folder holds records: tasks that some window has not brought to their end. Never rejects. */
export async function hasRecords(journalFolder: string): Promise<boolean> {
  const names = await readdir(journalFolder).catch(() => []);
  return names.some((name) => name.endsWith('.json'));
}
