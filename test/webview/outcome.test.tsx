import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { elapsed } from '../../src/webview/panel/runningTask';
import {
  assetView,
  buttons,
  click,
  openPanel,
  panelState,
  pressGenerate,
  problemAt,
  savedDraft,
  taskView,
  type,
} from './support';

const refused = taskView({
  id: 'task-2',
  phase: 'failed',
  failure: {
    message: 'The service refused the request. Nothing was charged.',
    fields: [
      { field: 'width', message: 'Input should be greater than 64' },
      { field: 'webhook_url', message: 'Not allowed' },
    ],
    actions: [{ label: 'Show Log', intent: { type: 'showLog' } }],
  },
});

function results(): Element {
  const region = document.querySelector('section[aria-label="Results"]');
  if (region === null) throw new Error('no results');
  return region;
}

test('a running task tells its state and is canceled by its id', () => {
  const { sent } = openPanel(panelState({ tasks: [taskView()] }));
  const task = document.querySelector('.task');
  expect(task?.textContent).toContain('Generating');
  expect(task?.textContent).toContain('00:00');
  click('Cancel');
  expect(sent).toEqual([{ type: 'cancelTask', id: 'task-1' }]);
});

test('time runs while a task does', () => {
  vi.useFakeTimers();
  openPanel(panelState({ tasks: [taskView({ startedAt: Date.now() })] }));
  void act(() => {
    vi.advanceTimersByTime(3000);
  });
  expect(document.querySelector('.elapsed')?.textContent).toBe('00:03');
  vi.useRealTimers();
});

test.each([
  [-5, '00:00'],
  [999, '00:00'],
  [61_000, '01:01'],
  [6_000_000, '100:00'],
])('%i ms is %s', (ms, text) => {
  expect(elapsed(ms)).toBe(text);
});

test('a failure says what happened, offers the next step and can be put away', () => {
  const { sent } = openPanel(panelState({ tasks: [refused] }));
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('Nothing was charged.');
  expect(buttons('Cancel')).toHaveLength(0);
  click('Show Log');
  click('Dismiss');
  expect(sent).toEqual([{ type: 'showLog' }, { type: 'dismissTask', id: 'task-2' }]);
});

test('what the person canceled is told without the sign of an error', () => {
  const { failure } = refused;
  if (failure === undefined) throw new Error('no failure');
  const canceled = { ...failure, isCanceled: true };
  openPanel(
    panelState({
      tasks: [
        { ...refused, failure: canceled },
        { ...refused, id: 'task-3' },
      ],
    }),
  );
  const signs = [...document.querySelectorAll('.task')].map(
    (task) => task.querySelector('.codicon')?.className,
  );
  expect(signs).toEqual(['codicon codicon-circle-slash', 'codicon codicon-error']);
});

test('what the service says about a field stands there until the field is edited', () => {
  const { sent, show } = openPanel(panelState({ tasks: [refused] }), savedDraft());
  expect(problemAt('Width')).toBe('Input should be greater than 64');
  expect(document.querySelector('.generate-bar')?.textContent).toContain('Not allowed');
  pressGenerate();
  expect(sent).toHaveLength(1);
  type('Width', '128');
  expect(problemAt('Width')).toBeUndefined();
  show(panelState({ tasks: [refused] }));
  expect(problemAt('Width')).toBeUndefined();
  show(panelState({ tasks: [{ ...refused, id: 'task-3' }, refused] }));
  expect(problemAt('Width')).toBe('Input should be greater than 64');
});

test('what the service said to one model is not said of another', () => {
  openPanel(panelState({ tasks: [refused] }), savedDraft({ model: 'flux-2-max' }));
  expect(problemAt('Width')).toBeUndefined();
});

test('one picture per asset, with the prompt as its alternative text', () => {
  const { sent } = openPanel(
    panelState({
      results: [
        assetView({ seed: 7, cost: '4.5 credits ($0.045)' }),
        assetView({ id: 'asset-2', prompt: 'Generate an owl' }),
      ],
    }),
  );
  const images = [...results().querySelectorAll('img')];
  expect(images.map(({ alt }) => alt)).toEqual(['A lighthouse', 'Generate an owl']);
  const [card] = document.querySelectorAll('.card');
  if (card === undefined) throw new Error('no card');
  for (const fact of ['a-lighthouse-7.jpg', '1024 × 768', 'JPEG', 'seed 7', '4.5 credits']) {
    expect(card.textContent).toContain(fact);
  }
  expect(buttons('Remove from history', card)).toHaveLength(0);
  for (const name of ['Open', 'Insert', 'Reveal', 'Copy path', 'Reuse settings']) click(name, card);
  expect(sent).toEqual(
    ['openAsset', 'insertAsset', 'revealAsset', 'copyAssetPath', 'reuseSettings'].map((kind) => ({
      type: kind,
      id: 'asset-1',
    })),
  );
});

test('a file that is gone is said to be, and is no picture', () => {
  const { sent } = openPanel(panelState({ results: [assetView({ missing: true })] }));
  expect(results().querySelectorAll('img')).toHaveLength(0);
  expect(results().textContent).toContain('The file was moved or deleted.');
  expect(buttons('Open')).toHaveLength(0);
  expect(buttons('Reuse settings')).toHaveLength(1);
  click('Remove from history');
  expect(sent).toEqual([{ type: 'removeAsset', id: 'asset-1' }]);
});

test('a file that cannot be shown is said to be, and is tried again when it is told anew', () => {
  const state = panelState({ results: [assetView()] });
  const { show } = openPanel(state);
  void act(() => {
    results().querySelector('img')?.dispatchEvent(new Event('error'));
  });
  expect(results().querySelectorAll('img')).toHaveLength(0);
  expect(results().textContent).toContain('The picture cannot be shown.');
  expect(buttons('Reveal')).toHaveLength(1);
  show({ ...state, results: [assetView()] });
  expect(results().querySelectorAll('img')).toHaveLength(1);
});

test('a picture that was made without a prompt goes by its file’s name', () => {
  openPanel(panelState({ results: [assetView({ prompt: '', name: 'page-deblurred.png' })] }));
  expect(results().querySelector('img')?.alt).toBe('page-deblurred.png');
});

test('a task without a prompt goes by its model', () => {
  const task = taskView({ prompt: '', model: 'flux-tools/deblur-v1' });
  const { failure } = refused;
  if (failure === undefined) throw new Error('no failure');
  openPanel(panelState({ tasks: [task, { ...task, id: 'task-2', phase: 'failed', failure }] }));
  const lines = [...document.querySelectorAll('.task .prompt-line')];
  expect(lines.map((line) => line.textContent)).toEqual(['FLUX Deblur', 'FLUX Deblur']);
});

test('older pictures are in the history, where there are any', () => {
  const { show } = openPanel(panelState({ results: [assetView()] }));
  expect(results().textContent).not.toContain('history');
  show(panelState({ results: [assetView()], moreInHistory: true }));
  expect(results().textContent).toContain('Older pictures are in the history.');
});

test('an empty panel says where pictures will be', () => {
  openPanel(panelState());
  expect(results().textContent).toContain('will appear here');
  expect(document.querySelector('.task')).toBeNull();
});

test('what started and what was saved is announced; what was there before is not', () => {
  const { show } = openPanel(panelState({ results: [assetView()] }));
  const status = () => document.querySelector('[role="status"]')?.textContent;
  expect(status()).toBe('');
  show(panelState({ results: [assetView()], tasks: [taskView()] }));
  expect(status()).toBe('One image started');
  show(panelState({ results: [assetView({ id: 'asset-2', name: 'owl.jpg' }), assetView()] }));
  expect(status()).toBe('Image saved: owl.jpg');
});
