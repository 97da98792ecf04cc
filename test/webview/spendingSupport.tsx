import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { LedgerLine } from '../../src/core/money/ledger';
import { spendingAccounts } from '../../src/core/money/spendingAccounts';
import type { SpendingIntent, SpendingState } from '../../src/protocol/spending';
import { App } from '../../src/webview/spending/app';
import { failedLine, ledgerLine, usd } from '../support/ledgerLine';
import { draw } from './support';

/** In the afternoon of Friday, March 27. */
export const now = new Date(2026, 2, 27, 15, 20).getTime();
export const day = 86_400_000;
export const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Oldest first: of another month, of yesterday, and three of today. */
export const dollars: readonly LedgerLine[] = [
  ledgerLine({ id: 'hare', at: now - 40 * day, actual: usd(1) }),
  ledgerLine({ id: 'fox', at: now - day, model: 'flux-2-max', actual: usd(0.07) }),
  failedLine({ id: 'lost', at: now - 2000, outcome: 'timeout', charged: 'unknown' }),
  failedLine({ id: 'bad', at: now - 1500, outcome: 'content-moderated', charged: 'no' }),
  ledgerLine({ id: 'owl', at: now - 1000, actual: usd(0.045), workspace: '', workspaceLabel: '' }),
];

/** The state of a page over these lines, oldest first. */
export function spent(lines: readonly LedgerLine[]): SpendingState {
  return { kind: 'spent', accounts: spendingAccounts(lines, now), timeZone };
}

/** The page before a host that remembers. */
export function openSpending(state: SpendingState, saved?: unknown) {
  const sent: SpendingIntent[] = [];
  const memory = { saved };
  const host = {
    send: (intent: SpendingIntent) => {
      sent.push(intent);
    },
    onState: vi.fn(),
    getSaved: () => memory.saved,
    setSaved: (value: unknown) => {
      memory.saved = structuredClone(value);
    },
  };
  const show = (next: SpendingState) => {
    draw(<App state={next} host={host} />);
  };
  show(state);
  return { sent, memory, show };
}

/** The words of the first such element. */
export function text(selector: string): string {
  return document.querySelector(selector)?.textContent ?? '';
}

/** The words of every such element. */
export function texts(selector: string): readonly string[] {
  return [...document.querySelectorAll(selector)].map((one) =>
    one.textContent.replace(/\s+/g, ' ').trim(),
  );
}

/** Presses the radio button whose words begin so. */
export function pick(start: string): void {
  const label = [...document.querySelectorAll('label')].find((one) =>
    one.textContent.startsWith(start),
  );
  const input = label?.querySelector('input');
  if (input === null || input === undefined) throw new Error(`no choice ${start}`);
  void act(() => {
    input.click();
  });
}

/** Types into the filter. */
export function filter(words: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (input === null) throw new Error('no filter');
  void act(() => {
    input.value = words;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
