import { useCallback, useRef, useState } from 'preact/hooks';
import type { HistoryIntent, HistoryState } from '../../protocol/history';
import type { Localizer } from '../../protocol/localizer';
import { Button } from '../controls/button';
import type { Host } from '../host';
import { useL10n } from '../l10n';
import { AssetList, type ListHandle } from './assetList';
import { SearchBox } from './searchBox';

interface AppProps {
  readonly state: HistoryState;
  readonly host: Pick<Host<HistoryState, HistoryIntent>, 'send' | 'getSaved' | 'setSaved'>;
}

/** The history at the side: every saved picture, newest first. */
export function App({ state, host }: AppProps) {
  const l10n = useL10n();
  const { send } = host;
  const [firstRow] = useState(() => savedRow(host.getSaved()));
  // The host answers a little later; what is typed must not wait for it.
  const [query, setQuery] = useState(state.query);
  const list = useRef<ListHandle>(null);
  // The same for ever: a key in the search draws no list.
  const keepRow = useCallback((row: number) => {
    host.setSaved({ row });
  }, []);
  if (state.total === 0) {
    return (
      <main class="history empty">
        <p>{l10n.t('Pictures that you generate are listed here.')}</p>
        <Button
          kind="primary"
          onClick={() => {
            send({ type: 'openPanel' });
          }}
        >
          {l10n.t('Open Image Generator')}
        </Button>
      </main>
    );
  }
  return (
    <main class="history">
      <div class="search">
        <SearchBox
          value={query}
          onInput={(typed) => {
            setQuery(typed);
            send({ type: 'show', query: typed, start: 0 });
          }}
          onDown={() => list.current?.enter()}
        />
        <p class="hint" role="status">
          {foundWords(state, l10n)}
        </p>
      </div>
      <AssetList handle={list} state={state} send={send} firstRow={firstRow} onRest={keepRow} />
    </main>
  );
}

/** What came of a search; nothing where nothing was searched for. */
function foundWords({ query, found, total }: HistoryState, l10n: Localizer): string {
  if (query.trim() === '') return '';
  if (found > 0) return l10n.t('Found {0} of {1}', found, total);
  return l10n.t('No picture has all these words in its prompt, model or file name.');
}

/** Only a guess at what an older version of the page may have saved. */
function savedRow(saved: unknown): number {
  if (typeof saved !== 'object' || saved === null || !('row' in saved)) return 0;
  return typeof saved.row === 'number' ? saved.row : 0;
}
