import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const PATTERN = /^\.([0-9a-f]{12})-[0-9a-f]{12}\.flux-part$/;

/** A hidden file name that nobody else takes, and that tells whose part it is. */
export function newPartName(owner: string): string {
  return `.${markOf(owner)}-${randomBytes(6).toString('hex')}.flux-part`;
}

/** The paths of an owner's parts in a folder: files of exactly our naming. Never rejects: where nothing can be read there are none. */
export async function partsOf(folder: string, owner: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && PATTERN.exec(entry.name)?.[1] === markOf(owner))
    .map((entry) => join(folder, entry.name));
}

function markOf(owner: string): string {
  return createHash('sha256').update(owner).digest('hex').slice(0, 12);
}
