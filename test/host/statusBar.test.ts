import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { StatusBar } from '../../src/host/statusBar';
import { TaskList } from '../../src/host/tasks/taskList';

describe('the item in the status bar', () => {
  it('is written when the number of running tasks changes, not at each of their states', () => {
    const written: string[] = [];
    const item = {
      set text(text: string) {
        written.push(text);
      },
    } as vscode.StatusBarItem;
    const tasks = new TaskList();
    const spent = new vscode.EventEmitter<void>();
    const ledger = { all: [], onDidChange: spent.event };
    const bar = new StatusBar(item, tasks, ledger, () => undefined, vscode.l10n);
    const order = { provider: 'demo', model: 'flux-2-pro', prompt: '', parameters: {} } as const;
    const started = { ...order, startedAt: 0, state: { phase: 'queued' } } as const;
    tasks.add({ ...started, id: 'one' }, new AbortController().signal);
    tasks.setState('one', { phase: 'sending' });
    tasks.setState('one', { phase: 'running', created: { id: 'task-1' } });
    tasks.remove('one');
    assert.deepEqual(written, ['$(sparkle) Flux', '$(loading~spin) Flux 1', '$(sparkle) Flux']);
    spent.fire();
    assert.equal(written.length, 4);
    bar.dispose();
    tasks.dispose();
    spent.dispose();
  });
});
