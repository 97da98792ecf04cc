import assert from 'node:assert/strict';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Asset } from '../../src/core/assets/asset';
import { HistoryStore } from '../../src/host/storage/historyStore';
import { freshFolder } from './support/flux';

const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

function asset(id: string): Asset {
  return {
    id,
    uri: `file:///site/assets/${id}.png`,
    provider: 'demo',
    model: 'flux-2-pro',
    prompt: id,
    parameters: {},
    taskId: id,
    width: 64,
    height: 64,
    format: 'png',
    createdAt: 1,
  };
}

const ids = (store: HistoryStore) => store.all.map(({ id }) => id);

function historyFile(): string {
  return vscode.Uri.joinPath(freshFolder(), 'deeper', 'history.jsonl').fsPath;
}

describe('the history on disk', () => {
  it('is there for the next window', async () => {
    const file = historyFile();
    const first = new HistoryStore(file, quiet);
    await first.add(asset('a'));
    await first.add(asset('b'));
    await first.remove('a');
    const next = new HistoryStore(file, quiet);
    await next.load();
    assert.deepEqual(ids(next), ['b']);
  });

  it('takes up what another window writes, and loses nothing of its own', async () => {
    const file = historyFile();
    const [one, two] = [new HistoryStore(file, quiet), new HistoryStore(file, quiet)];
    await Promise.all([one.load(), two.load()]);
    await Promise.all([one.add(asset('a')), two.add(asset('b')), one.add(asset('c'))]);
    await Promise.all([one.sync(), two.sync()]);
    assert.deepEqual(ids(one).sort(), ['a', 'b', 'c']);
    assert.deepEqual(ids(two).sort(), ['a', 'b', 'c']);
  });

  it('does not lose the line after one that a crash cut off', async () => {
    const file = historyFile();
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, '{"v":1,"op":"add","asset":{"id":"half');
    const store = new HistoryStore(file, quiet);
    await store.add(asset('a'));
    const next = new HistoryStore(file, quiet);
    await next.load();
    assert.deepEqual(ids(next), ['a']);
  });

  it('shows a picture whose line could not be written, and says so to the one who added it', async () => {
    const file = historyFile();
    // A folder where the file should be: no line can be appended to it.
    await mkdir(file, { recursive: true });
    const store = new HistoryStore(file, quiet);
    await assert.rejects(store.add(asset('a')));
    assert.deepEqual(ids(store), ['a']);
  });
});
