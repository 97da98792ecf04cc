import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a text holds the key, as it is or as a URL, JSON or a credentials header would write it. */
export function holdsKey(text: string, key: string): boolean {
  const json = JSON.stringify(key).slice(1, -1);
  return [
    key,
    encodeURIComponent(key),
    json,
    json.replaceAll('/', '\\/'),
    Buffer.from(key).toString('base64'),
  ].some((spelling) => text.includes(spelling));
}

/** The files below a folder that hold the key, in their names or their bytes. */
export function filesWithKey(folder: string, key: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => holdsKey(path, key) || holdsKey(contentOf(path), key));
}

/** A temporary file can go while it is looked for. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
