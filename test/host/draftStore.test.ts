import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { DraftStore } from '../../src/host/storage/draftStore';
import { freshFolder } from './support/flux';

const draft = { prompt: 'An owl', model: 'flux-dev', count: '2', values: { raw: true } };

describe('the copy of the draft', () => {
  it('is there for the next window, in its latest state', async () => {
    const file = vscode.Uri.joinPath(freshFolder(), 'draft.json').fsPath;
    const store = new DraftStore(file);
    await Promise.all([
      store.keep({ draft: { ...draft, prompt: 'An o' }, at: 1 }),
      store.keep({ draft, at: 2 }),
    ]);
    const next = new DraftStore(file);
    await next.load();
    assert.deepEqual(next.kept, { draft, at: 2 });
  });

  it('keeps only the words of a panel that was closed', async () => {
    const store = new DraftStore(vscode.Uri.joinPath(freshFolder(), 'draft.json').fsPath);
    await store.keep({ draft, at: 1 });
    await store.keepPromptOnly();
    assert.deepEqual(store.kept?.draft, { prompt: 'An owl' });
  });

  it('counts as none where it is damaged', async () => {
    const file = vscode.Uri.joinPath(freshFolder(), 'draft.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{}'));
    await writeFile(file.fsPath, '{"draft":{"prompt":7},"at":1}');
    const store = new DraftStore(file.fsPath);
    await store.load();
    assert.equal(store.kept, undefined);
  });
});
