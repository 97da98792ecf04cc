import { expect, test } from 'vitest';
import type { AssetView, TaskView } from '../../src/protocol/panel';
import {
  assetView,
  field,
  openPanel,
  panelState,
  pressGenerate,
  savedDraft,
  taskView,
  type,
} from './support';

/** Counts how often the page reads one of its fields, which it does whenever it draws it. */
function counted<View extends AssetView | TaskView>(view: View) {
  const reads = { count: 0 };
  const prompt = view.prompt;
  Object.defineProperty(view, 'prompt', {
    enumerable: true,
    get: () => {
      reads.count += 1;
      return prompt;
    },
  });
  return { view, reads };
}

test('a keystroke in Prompt draws neither results nor tasks again', () => {
  const result = counted(assetView());
  const task = counted(taskView());
  const state = panelState({ results: [result.view], tasks: [task.view] });
  openPanel(state, savedDraft());
  const drawn = [result.reads.count, task.reads.count];
  expect(Math.min(...drawn)).toBeGreaterThan(0);
  type('Prompt', 'An owl at night');
  expect(field('Prompt').value).toBe('An owl at night');
  expect([result.reads.count, task.reads.count]).toEqual(drawn);
});

test('a task that moves on draws no result again, and a new result not those beside it', () => {
  const result = counted(assetView());
  const state = panelState({ results: [result.view], tasks: [taskView()] });
  const { show } = openPanel(state, savedDraft());
  const drawn = result.reads.count;
  show({ ...state, tasks: [taskView({ status: 'Saving' })] });
  expect(document.querySelector('.tasks')?.textContent).toContain('Saving');
  show({ ...state, results: [assetView({ id: 'new', prompt: 'A fox' }), result.view] });
  expect(document.querySelectorAll('.results img')).toHaveLength(2);
  expect(result.reads.count).toBe(drawn);
});

test('typing sends the draft once it pauses, and nothing else', async () => {
  const { sent } = openPanel(panelState({ results: [assetView()] }), savedDraft());
  for (const prompt of ['A', 'A f', 'A fox']) type('Prompt', prompt);
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  expect(sent).toEqual([
    {
      type: 'keepDraft',
      kept: {
        draft: { prompt: 'A fox', model: 'flux-2-pro', count: '1', values: {} },
        at: expect.any(Number) as number,
      },
    },
  ]);
});

test('an order that is sent draws nothing: on its way to the host it would wait for that', () => {
  const state = panelState();
  const { tasks } = state;
  let reads = 0;
  Object.defineProperty(state, 'tasks', {
    get: () => {
      reads += 1;
      return tasks;
    },
  });
  const { sent } = openPanel(state, savedDraft());
  const drawn = reads;
  expect(drawn).toBeGreaterThan(0);
  pressGenerate();
  expect(sent.map((intent) => intent.type)).toContain('generate');
  expect(reads).toBe(drawn);
});
