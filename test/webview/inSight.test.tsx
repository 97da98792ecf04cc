import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TaskView } from '../../src/protocol/panel';
import {
  field,
  openPanel,
  panelState,
  press,
  pressGenerate,
  savedDraft,
  taskView,
  type,
} from './support';

const scrolled = vi.fn<(this: Element, options: ScrollIntoViewOptions) => void>();

beforeEach(() => {
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element, how) {
    scrolled.call(this, how as ScrollIntoViewOptions);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  scrolled.mockReset();
  document.body.className = '';
});

const failed = taskView({
  phase: 'failed',
  failure: { message: 'Refused. Nothing was charged.', fields: [], actions: [] },
});

function open() {
  const { show } = openPanel(panelState(), savedDraft());
  return (...tasks: readonly TaskView[]) => {
    show(panelState({ tasks }));
  };
}

/** Where form and tasks lie; without it all lies at 0, the tasks not beside the form. */
function lay(form: { top: number; bottom: number }, tasks: { top: number; bottom: number }) {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const { top, bottom } = this.classList.contains('tasks') ? tasks : form;
    return new DOMRect(0, top, 100, bottom - top);
  });
}

test.each([
  ['a task that starts', taskView()],
  ['an order that is refused', failed],
])('after Generate, %s comes into sight', (_, task) => {
  const show = open();
  pressGenerate();
  show(task);
  expect(scrolled.mock.contexts).toEqual([document.querySelector('.tasks')]);
  expect(scrolled).toHaveBeenCalledWith({ block: 'nearest', behavior: 'smooth' });
});

test('Ctrl+Enter is a Generate too, and a task is news again when it fails, but not when it moves on', () => {
  const show = open();
  press(field('Prompt'), 'Enter', { ctrlKey: true });
  show(taskView());
  show(taskView({ progress: 0.5 }));
  expect(scrolled).toHaveBeenCalledTimes(1);
  show(failed);
  expect(scrolled).toHaveBeenCalledTimes(2);
});

test('what was ordered elsewhere does not move the page', () => {
  const show = open();
  show(taskView());
  expect(scrolled).not.toHaveBeenCalled();
});

test('nobody who has gone on typing is pulled away', () => {
  const show = open();
  pressGenerate();
  type('Prompt', 'An owl at night');
  show(failed);
  expect(scrolled).not.toHaveBeenCalled();
});

test('beside the form, the page moves only where the tasks are out of sight', () => {
  const show = open();
  pressGenerate();
  lay({ top: 0, bottom: 700 }, { top: 20, bottom: 200 });
  show(taskView());
  expect(scrolled).not.toHaveBeenCalled();
  lay({ top: -400, bottom: 300 }, { top: -400, bottom: -200 });
  show(failed);
  expect(scrolled).toHaveBeenCalledTimes(1);
});

test('no motion for who wants none', () => {
  const show = open();
  pressGenerate();
  document.body.className = 'vscode-reduce-motion';
  show(taskView());
  expect(scrolled).toHaveBeenLastCalledWith({ block: 'nearest', behavior: 'auto' });
  document.body.className = '';
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  show(failed);
  expect(scrolled).toHaveBeenLastCalledWith({ block: 'nearest', behavior: 'auto' });
});
