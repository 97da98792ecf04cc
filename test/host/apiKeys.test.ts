import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { ApiKeys } from '../../src/host/apiKeys';

/** A storage that another window can write to, and that can be slow. */
function storage() {
  const held = new Map<string, string>();
  const events = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  const seen = { gate: Promise.resolve() };
  const secrets: vscode.SecretStorage = {
    get: async (name) => {
      const value = held.get(name);
      await seen.gate;
      return value;
    },
    keys: () => Promise.resolve([...held.keys()]),
    store: (name, value) => Promise.resolve(void held.set(name, value)),
    delete: (name) => Promise.resolve(void held.delete(name)),
    onDidChange: events.event,
  };
  /** From now on nothing is answered until what this returns is called. */
  const hold = () => {
    let answer: () => void = () => undefined;
    seen.gate = new Promise((resolve) => {
      answer = resolve;
    });
    return answer;
  };
  return { secrets, held, hold };
}

const NAME = 'fluxAssets.apiKey.bfl';

describe('API keys', () => {
  it('answer with what was last seen while the storage is slow, and look again', async () => {
    const { secrets, held, hold } = storage();
    const keys = new ApiKeys(secrets);
    held.set(NAME, 'old');
    assert.equal(keys.isReady('bfl'), false);
    assert.equal(await keys.get('bfl'), 'old');
    await keys.refresh();
    assert.equal(keys.isReady('bfl'), true);

    held.set(NAME, 'new');
    const answer = hold();
    assert.equal(await keys.get('bfl'), 'old');
    const changed = new Promise((tell) => keys.onDidChange(tell));
    answer();
    await changed;
    assert.equal(await keys.get('bfl'), 'new');
    keys.dispose();
  });

  it('forget one that is removed at once, whatever is being read', async () => {
    const { secrets, hold } = storage();
    const keys = new ApiKeys(secrets);
    await keys.set('bfl', 'mine');
    const answer = hold();
    const reading = keys.refresh();
    const removing = keys.remove('bfl');
    assert.equal(keys.isReady('bfl'), false);
    answer();
    await Promise.all([reading, removing]);
    assert.equal(keys.isReady('bfl'), false);
    assert.equal(await keys.get('bfl'), undefined);
    keys.dispose();
  });

  it('tell only of changes', async () => {
    const { secrets } = storage();
    const keys = new ApiKeys(secrets);
    let told = 0;
    keys.onDidChange(() => (told += 1));
    await keys.refresh();
    assert.equal(told, 0);
    await keys.set('bfl', 'mine');
    await keys.refresh();
    assert.equal(told, 1);
    keys.dispose();
  });
});
