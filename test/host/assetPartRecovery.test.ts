import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AssetWriter } from '../../src/host/assets/assetWriter';
import { freshFolder, namesIn } from './support/flux';
import { oneAtATime } from './support/oneAtATime';

const whole = randomBytes(100_000);
const writer = new AssetWriter(freshFolder(), oneAtATime());

describe('what a window that died has left of a picture', () => {
  it('is found again by its owner and its digest, and all else of that owner is removed', async () => {
    const folder = freshFolder();
    const half = await writer.open(folder, 'task-1');
    await half.append(whole.subarray(0, 10));
    const complete = await writer.open(folder, 'task-1');
    await complete.append(whole);
    const other = await writer.open(folder, 'task-2');
    await writeFile(join(folder.fsPath, 'hero.png'), 'mine');
    const found = await writer.recover(folder, 'task-1', await complete.digest());
    assert.ok(found);
    const saved = await found.claim('found', 'png');
    assert.ok(whole.equals(await readFile(saved.fsPath)));
    assert.equal(await writer.recover(folder, 'task-1', 'any'), undefined);
    const left = await namesIn(folder);
    assert.deepEqual(
      left.filter((name) => !name.endsWith('.flux-part')),
      ['found.png', 'hero.png'],
    );
    assert.equal(left.filter((name) => name.endsWith('.flux-part')).length, 1);
    await other.discard();
    assert.deepEqual(await namesIn(folder), ['found.png', 'hero.png']);
  });

  it('is nothing in a folder that is not there', async () => {
    assert.equal(await writer.recover(freshFolder(), 'task-1', 'any'), undefined);
  });
});
