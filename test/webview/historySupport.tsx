import { act } from 'preact/test-utils';
import type { HistoryIntent, HistoryState } from '../../src/protocol/history';
import type { AssetView } from '../../src/protocol/panel';
import { App } from '../../src/webview/history/app';
import { draw } from './support';

/** The history before a host; `show` sends it a whole short history, `showState` any state. */
export function openHistory(shown: readonly AssetView[], saved?: unknown) {
  return openHistoryAt(wholeHistory(shown), saved);
}

/** As `openHistory`, with any state. */
export function openHistoryAt(state: HistoryState, saved?: unknown) {
  const sent: HistoryIntent[] = [];
  const memory = { saved };
  const host = {
    send: (intent: HistoryIntent) => {
      sent.push(intent);
    },
    getSaved: () => memory.saved,
    setSaved: (value: unknown) => {
      memory.saved = value;
    },
  };
  const showState = (next: HistoryState) => {
    draw(<App state={next} host={host} />);
  };
  showState(state);
  return {
    sent,
    memory,
    showState,
    show: (next: readonly AssetView[]) => {
      showState(wholeHistory(next));
    },
  };
}

function wholeHistory(assets: readonly AssetView[]): HistoryState {
  return { total: assets.length, query: '', found: assets.length, start: 0, assets };
}

export function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('ul[aria-label="History"] > li')];
}

export function item(index: number): HTMLElement {
  const found = items()[index];
  if (found === undefined) throw new Error(`no item ${index}`);
  return found;
}

export function focus(element: HTMLElement): void {
  void act(() => {
    element.focus();
  });
}

/** Which of the items in the page has the focus; -1 where none has. */
export function focused(): number {
  return items().findIndex((one) => one === document.activeElement);
}
