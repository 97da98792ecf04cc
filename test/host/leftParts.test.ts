import assert from 'node:assert/strict';

import { AssetWriter } from '../../src/host/assets/assetWriter';
import { removeLeft } from '../../src/host/tasks/picture';
import { journalEntry } from '../support/journalEntry';
import { freshFolder, namesIn } from './support/flux';
import { noPlaceholders } from './support/noPlaceholders';
import { oneAtATime } from './support/oneAtATime';

describe('a picture that has its name', () => {
  it('leaves none of its own parts behind, and those of others alone', async () => {
    const folder = freshFolder();
    const writer = new AssetWriter(freshFolder(), oneAtATime());
    const other = await writer.open(folder, 'task-2');
    const others = await namesIn(folder);
    const part = await writer.open(folder, 'task-1');
    await part.append(new Uint8Array([1, 2, 3]));
    const entry = journalEntry({
      id: 'task-1',
      order: { destination: { folder: folder.toString() } },
    });
    await removeLeft({ writer, placeholders: noPlaceholders, unsavedFolder: freshFolder() }, entry);
    assert.deepEqual(await namesIn(folder), others);
    await other.discard();
  });
});
