import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm } from './processes.mjs';

/** Installs the project's dependencies where they are missing or older than the lock. */
export async function installIfNeeded() {
  // npm writes this file at the end of every install: a half-done one has none, or an old one.
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    return 'already there';
  }
  await npm(['ci', '--no-audit', '--no-fund'], { cwd: root });
  return undefined;
}
