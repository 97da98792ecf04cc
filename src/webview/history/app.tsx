import { useRef } from 'preact/hooks';
import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { Button } from '../controls/button';
import type { Host } from '../host';
import { useL10n } from '../l10n';
import { AssetList } from './assetList';

interface AppProps {
  readonly state: HistoryState;
  readonly host: Pick<Host<HistoryState, HistoryIntent>, 'send' | 'getSaved' | 'setSaved'>;
}

/** The history at the side: every saved picture, newest first. */
export function App({ state, host }: AppProps) {
  const l10n = useL10n();
  const { send } = host;
  const firstRow = useRef<number>(undefined);
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
      <AssetList
        state={state}
        send={send}
        takeFirstRow={() => {
          const row = firstRow.current ?? savedRow(host.getSaved());
          firstRow.current = 0;
          return row;
        }}
        onRest={(row) => {
          host.setSaved({ row });
        }}
      />
    </main>
  );
}

/** Only a guess at what an older version of the page may have saved. */
function savedRow(saved: unknown): number {
  if (typeof saved !== 'object' || saved === null || !('row' in saved)) return 0;
  return typeof saved.row === 'number' ? saved.row : 0;
}
