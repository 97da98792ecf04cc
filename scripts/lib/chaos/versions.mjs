import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostOf, newestHost } from '../hosts.mjs';
import { root } from '../paths.mjs';
import { run } from '../processes.mjs';

/** What the results were made with, as pairs: the extension, the editor, the browser, the system, and the day. */
export async function versionsOf(browser) {
  const { node, server } = hostOf(newestHost);
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const product = JSON.parse(await readFile(join(server, 'package.json'), 'utf8'));
  const nodeVersion = (await run(node, ['--version'])).trim();
  return [
    ['Flux Assets', own.version],
    ['VS Code', `${product.version} (code-server ${newestHost}, Node ${nodeVersion})`],
    ['Chromium', browser.version()],
    ['System', `${process.platform} ${process.arch}`],
    ['Day', new Date().toISOString().slice(0, 10)],
  ];
}
