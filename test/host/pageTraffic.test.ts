import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../src/core/assets/asset';
import { HistoryView } from '../../src/host/pages/historyView';
import { Page } from '../../src/host/pages/page';
import { panelState } from '../../src/host/pages/panelState';
import { TaskList } from '../../src/host/tasks/taskList';
import type { HistoryState } from '../../src/protocol/history';
import type { PanelState } from '../../src/protocol/panel';
import { FakeWebview, stateAfter } from './support/fakeWebview';
import { until } from './support/until';

const KB = 1024;
const extensionUri = vscode.Uri.file('/extensions/flux-assets');
const prompt =
  'A lighthouse on a cliff at dusk, painted in the manner of an old travel poster, wide';
const createdAt = Date.UTC(2026, 2, 27);

/** As long as real ones, and each another. */
function assetsOf(count: number, words = prompt): readonly Asset[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `3b241101-e2bb-4255-8caf-${String(index).padStart(12, '0')}`,
    uri: `file:///home/somebody/projects/site/public/assets/lighthouse-${String(index)}.jpg`,
    provider: 'bfl',
    model: 'flux-2-pro',
    prompt: `${words} ${String(index)}`,
    parameters: { width: 1024, height: 768 },
    seed: index,
    taskId: `task-${String(index)}`,
    width: 1024,
    height: 768,
    format: 'jpeg',
    cost: { credits: 4.5, amount: 0.045, currency: 'USD' },
    createdAt,
  }));
}

const allFilesThere = { has: () => false, onDidChange: new vscode.EventEmitter<void>().event };

function openHistoryView(assets: readonly Asset[]) {
  const changed = new vscode.EventEmitter<void>();
  const history = { all: assets, load: () => Promise.resolve(), onDidChange: changed.event };
  const webview = new FakeWebview();
  const never = new vscode.EventEmitter<void>().event;
  const view = new HistoryView({
    extensionUri,
    history,
    missingFiles: allFilesThere,
    actions: { run: () => Promise.resolve() },
    l10n: vscode.l10n,
    onShown: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  view.resolveWebviewView({
    viewType: 'fluxAssets.history',
    webview,
    visible: true,
    onDidDispose: never,
    onDidChangeVisibility: never,
    show: () => undefined,
  });
  return {
    webview,
    dispose: () => {
      view.dispose();
    },
    /** Another history; resolves with all that the page was sent of it. */
    change: async (next: readonly Asset[]) => {
      history.all = next;
      changed.fire();
      await until('the page is told', () => webview.messages.length > 0);
    },
    ready: async () => {
      webview.say({ type: 'ready' });
      await until('the page has its state', () => webview.messages.length > 0);
    },
  };
}

describe('what a page is sent', () => {
  it('of a history of 10,000 pictures is a part, then what has changed in it', async () => {
    const assets = assetsOf(10_000);
    const { webview, change, ready, dispose } = openHistoryView(assets);
    await ready();
    const whole = [...webview.messages];
    assert.ok(sum(webview.takeSizes()) < 64 * KB);
    const shown = historyAfter(whole);
    assert.equal(shown.found, 10_000);
    assert.equal(shown.assets.length, 100);

    const [added] = assetsOf(10_001).slice(-1);
    assert.ok(added !== undefined);
    await change([added, ...assets]);
    whole.push(...webview.messages);
    assert.ok(sum(webview.takeSizes()) < 1 * KB);
    assert.equal(historyAfter(whole).assets[0]?.id, added.id);

    webview.say({ type: 'show', query: '', start: 50 });
    whole.push(...webview.messages);
    assert.ok(sum(webview.takeSizes()) < 32 * KB);
    const next = historyAfter(whole);
    assert.deepEqual([next.start, next.assets[0]?.id], [50, assets[49]?.id]);
    dispose();
  });

  it('of prompts of any length is what a list shows of them', async () => {
    const { webview, ready, dispose } = openHistoryView(assetsOf(300, '灯塔'.repeat(50_000)));
    await ready();
    assert.ok(sum(webview.takeSizes()) < 512 * KB);
    dispose();
  });

  it('of a short history is all of it', async () => {
    const { webview, ready, dispose } = openHistoryView(assetsOf(200));
    await ready();
    assert.equal(historyAfter(webview.messages).assets.length, 200);
    dispose();
  });

  it('of a search is what was found, wherever the list was before', async () => {
    const { webview, ready, dispose } = openHistoryView(assetsOf(10_000));
    await ready();
    webview.say({ type: 'show', query: '', start: 9_900 });
    webview.say({ type: 'show', query: 'DUSK lighthouse-77.', start: 0 });
    const shown = historyAfter(webview.messages);
    assert.deepEqual([shown.total, shown.found, shown.start], [10_000, 1, 0]);
    assert.deepEqual(
      shown.assets.map(({ name }) => name),
      ['lighthouse-77.jpg'],
    );
    webview.say({ type: 'show', query: 'submarine', start: 0 });
    const none = historyAfter(webview.messages);
    assert.deepEqual([none.total, none.found, none.assets], [10_000, 0, []]);
    dispose();
  });

  it('of a first search needs nothing made that takes long', async () => {
    const assets = assetsOf(10_000);
    let reads = 0;
    const counted = Object.defineProperty({ ...assets[9_999] } as Asset, 'prompt', {
      get: () => {
        reads += 1;
        return prompt;
      },
    });
    const { webview, ready, dispose } = openHistoryView(assets.with(9_999, counted));
    await ready();
    await until('its text is made', () => reads > 0);
    webview.say({ type: 'show', query: 'dusk', start: 0 });
    assert.equal(historyAfter(webview.messages).found, 10_000);
    assert.equal(reads, 1);
    dispose();
  });

  it('after it was loaded anew is the whole again', async () => {
    const { webview, ready, dispose } = openHistoryView(assetsOf(3));
    await ready();
    webview.messages.length = 0;
    await ready();
    assert.equal(historyAfter(webview.messages).assets.length, 3);
    dispose();
  });

  it('of a panel with 24 tasks is the one that has moved on', () => {
    const tasks = new TaskList();
    for (let index = 0; index < 24; index += 1) {
      const id = `task-${String(index)}`;
      const state = { phase: 'queued' } as const;
      const rest = { provider: 'bfl', model: 'flux-2-pro', prompt, parameters: {} } as const;
      tasks.add({ id, ...rest, startedAt: createdAt, state }, new AbortController().signal);
    }
    const webview = new FakeWebview();
    const page = new Page<PanelState, { readonly type: 'ready' }>({
      webview,
      extensionUri,
      page: 'panel',
      parseIntent: () => ({ type: 'ready' }),
      onIntent: () => Promise.resolve(),
      state: () =>
        panelState(
          {
            keys: { isReady: () => true },
            tasks,
            history: { all: assetsOf(10_000) },
            missingFiles: allFilesThere,
            references: { all: [] },
            l10n: vscode.l10n,
          },
          webview,
          undefined,
          { kept: undefined, offered: undefined },
        ),
      onError: (error) => {
        throw error;
      },
    });
    page.send();
    const whole = [...webview.messages];
    assert.ok(sum(webview.takeSizes()) < 48 * KB);
    for (const [index, progress] of [0.25, 0.5, 0.75].entries()) {
      const created = { id: 'x', pollingUrl: 'https://api.bfl.ai/v1/get_result?id=x' };
      tasks.setState(`task-${String(index)}`, { phase: 'running', created, progress });
      page.send();
      whole.push(...webview.messages);
      assert.ok(sum(webview.takeSizes()) < 0.5 * KB);
      const shown = stateAfter(whole) as PanelState;
      assert.equal(shown.tasks.length, 24);
      assert.equal(shown.tasks[23 - index]?.progress, progress);
    }
    page.dispose();
    tasks.dispose();
  });
});

function historyAfter(messages: readonly string[]): HistoryState {
  return stateAfter(messages) as HistoryState;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
