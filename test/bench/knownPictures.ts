import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Asset } from '../../src/core/assets/asset';
import { formatHistoryLine, parseHistory } from '../../src/core/assets/history';
import { emptyLock, LOCK_NAME } from '../../src/core/assets/lock/assetLock';
import { formatLock } from '../../src/core/assets/lock/formatLock';
import { isProblem, parseLock } from '../../src/core/assets/lock/parseLock';
import { formatLedgerLine, parseLedger } from '../../src/core/money/ledger';

/**
 * Makes a project of `count` pictures of one in which a single one was made: history, ledger and asset lock know them all,
 * and are as the extension writes them. `storage` is the extension's own.
 */
export async function knowPictures(
  { storage, workspace }: { readonly storage: string; readonly workspace: string },
  count: number,
): Promise<void> {
  const [name = ''] = await readdir(join(storage, 'workspaces'));
  const history = join(storage, 'workspaces', name, 'history.jsonl');
  const ledger = join(storage, 'ledger.jsonl');
  const lock = join(workspace, 'assets', LOCK_NAME);
  const [asset] = parseHistory(await readFile(history, 'utf8')).assets;
  const [line] = parseLedger(await readFile(ledger, 'utf8')).lines;
  const read = parseLock(await readFile(lock, 'utf8'));
  if (asset === undefined || line === undefined || isProblem(read))
    throw new Error('There is no picture to make others of.');
  const [entry] = read.lock.assets.values();
  const ids = Array.from({ length: count }, () => randomUUID());
  const assets = ids.map((id): Asset => ({ ...asset, id, uri: asset.uri.replace('red', id) }));
  await mkdir(join(workspace, 'assets'), { recursive: true });
  await writeFile(
    history,
    assets.map((each) => formatHistoryLine({ v: 1, op: 'add', asset: each })).join(''),
  );
  await writeFile(ledger, ids.map((id) => formatLedgerLine({ ...line, id })).join(''));
  const files = new Map(ids.map((id) => [`a-${id}-boat.png`, entry ?? {}]));
  await writeFile(lock, formatLock({ ...emptyLock, assets: files }));
}
