import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, vi } from 'vitest';
import type { AssetView, PanelIntent, PanelState, TaskView } from '../../src/protocol/panel';
import type { Host } from '../../src/webview/host';
import { App } from '../../src/webview/panel/app';

let root: HTMLElement | undefined;

afterEach(() => {
  unmount();
});

/** Draws into the page as its entry does; again with another state, as a new state does. */
export function draw(content: ComponentChild): void {
  if (root === undefined) {
    root = document.createElement('div');
    document.body.append(root);
  }
  const at = root;
  void act(() => {
    render(content, at);
  });
}

/** The page goes, as on hide, move and reload. */
export function unmount(): void {
  const at = root;
  root = undefined;
  if (at === undefined) return;
  void act(() => {
    render(null, at);
  });
  at.remove();
}

/** The panel before a host that remembers. */
export function openPanel(state: PanelState, saved?: unknown) {
  const sent: PanelIntent[] = [];
  const memory = { saved };
  const host: Host<PanelState, PanelIntent> = {
    send: (intent) => {
      sent.push(intent);
    },
    onState: vi.fn(),
    getSaved: () => memory.saved,
    setSaved: (value) => {
      memory.saved = structuredClone(value);
    },
  };
  const show = (next: PanelState) => {
    draw(<App state={next} host={host} />);
  };
  show(state);
  return { sent, memory, show };
}

/** A panel on the demo provider, with nothing made yet. */
export function panelState(changes: Partial<PanelState> = {}): PanelState {
  return {
    provider: 'demo',
    money: { currency: 'USD', perCredit: 0 },
    providers: [
      { id: 'demo', label: 'Demo', ready: true },
      { id: 'bfl', label: 'Black Forest Labs', ready: false },
      { id: 'openai-hk', label: 'OpenAI-HK', ready: true },
      { id: 'custom', label: 'Custom', ready: false },
    ],
    defaultModel: 'flux-2-pro',
    defaultFormat: 'auto',
    references: [],
    tasks: [],
    results: [],
    ...changes,
  };
}

/** What the page keeps of a draft. */
export function savedDraft(changes: Partial<Parameters<typeof memoryOf>[0]> = {}) {
  return memoryOf({ prompt: 'An owl', model: 'flux-2-pro', count: '1', values: {}, ...changes });
}

function memoryOf(draft: {
  readonly prompt: string;
  readonly model: string;
  readonly count: string;
  readonly values: Readonly<Record<string, string | boolean>>;
}) {
  return { draft, otherModel: false };
}

export function taskView(changes: Partial<TaskView> = {}): TaskView {
  return {
    id: 'task-1',
    prompt: 'An owl',
    model: 'flux-2-pro',
    phase: 'running',
    status: 'Generating',
    startedAt: Date.now(),
    ...changes,
  };
}

/** A saved asset; one whose file is missing has no picture. */
export function assetView(changes: Partial<AssetView> = {}): AssetView {
  return {
    id: 'asset-1',
    prompt: 'A lighthouse',
    model: 'flux-2-pro',
    name: 'a-lighthouse-7.jpg',
    ...(changes.missing === true ? {} : { src: 'https://pictures.invalid/1' }),
    missing: false,
    width: 1024,
    height: 768,
    format: 'jpeg',
    createdAt: 0,
    ...changes,
  };
}

/** Every label on the page, as people read them. */
export function labels(): readonly string[] {
  return [...document.querySelectorAll('label, .label')].map(textOf);
}

/** The control under exactly this label. */
export function field(label: string): HTMLInputElement & HTMLSelectElement {
  const found = [...document.querySelectorAll('label')].filter((one) => textOf(one) === label);
  if (found.length !== 1) throw new Error(`${found.length} labels ${label}`);
  const control = document.getElementById(found[0]?.htmlFor ?? '');
  if (control === null) throw new Error(`no control under ${label}`);
  return control as HTMLInputElement & HTMLSelectElement;
}

/** The buttons with exactly this accessible name. */
export function buttons(name: string, within: ParentNode = document): HTMLButtonElement[] {
  return [...within.querySelectorAll('button')].filter(
    (one) => (one.getAttribute('aria-label') ?? textOf(one)) === name,
  );
}

export function click(name: string, within: ParentNode = document): void {
  const [button, ...others] = buttons(name, within);
  if (button === undefined || others.length > 0) throw new Error(`not one button ${name}`);
  void act(() => {
    button.click();
  });
}

/** The one button that starts with Generate; its price follows. */
export function generateButton(): HTMLButtonElement {
  const [button, ...others] = [...document.querySelectorAll('button')].filter((one) =>
    textOf(one).startsWith('Generate'),
  );
  if (button === undefined || others.length > 0) throw new Error('not one button Generate');
  return button;
}

export function pressGenerate(): void {
  const button = generateButton();
  void act(() => {
    button.click();
  });
}

export function type(label: string, value: string): void {
  const control = field(label);
  void act(() => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function choose(label: string, value: string): void {
  const control = field(label);
  void act(() => {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

export function leave(label: string): void {
  void act(() => {
    field(label).dispatchEvent(new Event('blur'));
  });
}

/** Presses a key; false when the page keeps the browser from doing what the key does. */
export function press(target: Element, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  void act(() => {
    target.dispatchEvent(event);
  });
  return !event.defaultPrevented;
}

/** What a screen reader adds to a field's name: its problem, its hint. */
export function described(label: string): readonly (string | undefined)[] {
  const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent);
}

/** What is said to be wrong at a field. */
export function problemAt(label: string): string | undefined {
  const control = field(label);
  const id = control.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
  if (control.getAttribute('aria-invalid') !== 'true') return undefined;
  return document.getElementById(id)?.textContent;
}

function textOf(element: Element): string {
  return element.textContent.trim();
}
