import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { Button } from '../controls/button';
import { useRoving } from '../controls/useRoving';
import { useL10n } from '../l10n';
import { AssetItem } from './assetItem';

interface AppProps {
  readonly state: HistoryState;
  readonly send: (intent: HistoryIntent) => void;
}

/** The history at the side: every saved picture, newest first. */
export function App({ state: { assets }, send }: AppProps) {
  const l10n = useL10n();
  const roving = useRoving(assets.map(({ id }) => id));
  if (assets.length === 0) {
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
      <ul
        role="list"
        aria-label={l10n.t('History')}
        ref={roving.list}
        onFocusOut={(event) => {
          roving.leave(event.relatedTarget);
        }}
      >
        {assets.map((asset) => (
          <AssetItem
            key={asset.id}
            asset={asset}
            active={asset.id === roving.active}
            onFocus={() => {
              roving.activate(asset.id);
            }}
            onMove={roving.move}
            send={send}
          />
        ))}
      </ul>
    </main>
  );
}
