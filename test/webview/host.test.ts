import { beforeEach, expect, test, vi } from 'vitest';
import { readBoot } from '../../src/webview/boot';
import { connectHost } from '../../src/webview/host';

const api = { postMessage: vi.fn(), getState: vi.fn(), setState: vi.fn() };

beforeEach(() => {
  vi.stubGlobal('acquireVsCodeApi', () => api);
  vi.stubGlobal('origin', 'https://page.invalid');
});

function receive(data: unknown, origin: string): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin }));
}

test('states come in from the window’s own origin, and nothing else does', () => {
  const host = connectHost<{ readonly n: number }, { readonly type: 'ready' }>();
  const states: number[] = [];
  host.onState(({ n }) => states.push(n));
  receive({ type: 'state', state: { n: 1 } }, window.origin);
  receive({ type: 'state', state: { n: 2 } }, 'https://elsewhere.invalid');
  receive({ type: 'other', state: { n: 3 } }, window.origin);
  receive('state', window.origin);
  receive(null, window.origin);
  expect(states).toEqual([1]);
});

test('intents go out', () => {
  connectHost<unknown, { readonly type: 'ready' }>().send({ type: 'ready' });
  expect(api.postMessage).toHaveBeenCalledWith({ type: 'ready' });
});

test('the page starts with the host’s words', () => {
  document.body.innerHTML = '<div id="root"></div>';
  const boot = { language: 'de', bundle: { Model: 'Modell' } };
  document.getElementById('root')?.setAttribute('data-boot', JSON.stringify(boot));
  expect(readBoot().l10n.t('Model')).toBe('Modell');
  expect(document.documentElement.lang).toBe('de');
});
