import { beforeEach, expect, test, vi } from 'vitest';
import { readBoot } from '../../src/webview/boot';
import { connectHost } from '../../src/webview/host';

let api: { readonly postMessage: ReturnType<typeof vi.fn> };

beforeEach(() => {
  // The doors of earlier tests still hear the window.
  const own = { postMessage: vi.fn(), getState: vi.fn(), setState: vi.fn() };
  api = own;
  vi.stubGlobal('acquireVsCodeApi', () => own);
  vi.stubGlobal('origin', 'https://page.invalid');
});

function receive(data: unknown, origin: string): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin }));
}

function openDoor() {
  const states: object[] = [];
  connectHost<Shown, { readonly type: 'ready' }>().onState((state) => states.push(state));
  const hear = (data: unknown) => {
    receive(data, window.origin);
  };
  return { states, hear };
}

interface Shown {
  readonly n: number;
  readonly list?: readonly { readonly id: string }[];
}

test('states come in from the window’s own origin, and nothing else does', () => {
  const { states, hear } = openDoor();
  hear({ type: 'state', version: 1, state: { n: 1 } });
  receive({ type: 'state', version: 2, state: { n: 2 } }, 'https://elsewhere.invalid');
  hear({ type: 'other', version: 3, state: { n: 3 } });
  hear('state');
  hear(null);
  expect(states).toEqual([{ n: 1 }]);
});

test('a change makes the next state, in which the rest is the same object', () => {
  const { states, hear } = openDoor();
  const list = [{ id: 'a' }];
  hear({ type: 'state', version: 1, state: { n: 1, list } });
  hear({ type: 'change', version: 2, since: 1, change: { fields: { n: 2 } } });
  expect(states[1]).toEqual({ n: 2, list });
  expect((states[1] as Shown).list).toBe(list);
});

test('a change of a state that the page does not have is not drawn: it asks for the whole', () => {
  const { states, hear } = openDoor();
  hear({ type: 'state', version: 1, state: { n: 1 } });
  hear({ type: 'change', version: 3, since: 2, change: { fields: { n: 3 } } });
  expect(states).toEqual([{ n: 1 }]);
  expect(api.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'ready' });
  hear({ type: 'state', version: 4, state: { n: 4 } });
  hear({ type: 'change', version: 5, since: 4, change: {} });
  expect(states).toEqual([{ n: 1 }, { n: 4 }, { n: 4 }]);
});

test('a page that has just been loaded has asked already', () => {
  const { states, hear } = openDoor();
  hear({ type: 'change', version: 3, since: 2, change: { fields: { n: 3 } } });
  expect(states).toEqual([]);
  expect(api.postMessage).not.toHaveBeenCalled();
});

test('intents go out', () => {
  connectHost<Shown, { readonly type: 'ready' }>().send({ type: 'ready' });
  expect(api.postMessage).toHaveBeenCalledWith({ type: 'ready' });
});

test('the page starts with the host’s words', () => {
  document.body.innerHTML = '<div id="root"></div>';
  const boot = { language: 'de', bundle: { Model: 'Modell' } };
  document.getElementById('root')?.setAttribute('data-boot', JSON.stringify(boot));
  expect(readBoot().l10n.t('Model')).toBe('Modell');
  expect(document.documentElement.lang).toBe('de');
});
