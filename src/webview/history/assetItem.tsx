import type { HistoryIntent } from '../../protocol/history';
import type { AssetView } from '../../protocol/panel';
import { assetFacts, assetTitle } from '../assetFacts';
import { Icon } from '../controls/icon';
import { useL10n } from '../l10n';
import { memo } from '../memo';
import { AssetActions } from './assetActions';
import { actionFor, listMoveFor, type ListMove } from './keys';
import { Thumbnail } from './thumbnail';

interface AssetItemProps {
  readonly asset: AssetView;
  /** Where it stands in the whole list, from 1. */
  readonly position: number;
  /** How long the whole list is. */
  readonly of: number;
  /** Whether Tab leads here. */
  readonly active: boolean;
  readonly actions: AssetItemActions;
}

/** What an item can ask for. */
export interface AssetItemActions {
  /** It got the focus. */
  readonly activate: (id: string) => void;
  readonly move: (move: ListMove) => void;
  readonly send: (intent: HistoryIntent) => void;
}

/** One saved picture in the history. */
export const AssetItem = memo(function AssetItem(props: AssetItemProps) {
  const { asset, position, of, active, actions } = props;
  const { send } = actions;
  const l10n = useL10n();
  const title = assetTitle(asset);
  const name = l10n.t('{0}, {1}, {2} × {3}', title, asset.model, asset.width, asset.height);
  return (
    <li
      class={active ? 'asset active' : 'asset'}
      aria-label={asset.missing ? l10n.t('{0}, file missing', name) : name}
      aria-setsize={of}
      aria-posinset={position}
      tabIndex={active ? 0 : -1}
      onFocusIn={() => {
        actions.activate(asset.id);
      }}
      onDblClick={(event) => {
        // Two clicks on one of the buttons are the button's.
        if (event.target instanceof Element && event.target.closest('button') !== null) return;
        send({ type: 'openAsset', id: asset.id });
      }}
      onKeyDown={(event) => {
        // A key on one of the buttons is the button's.
        if (event.target !== event.currentTarget) return;
        const move = listMoveFor(event);
        const action = actionFor(event);
        if (move === undefined && action === undefined) return;
        event.preventDefault();
        if (move !== undefined) actions.move(move);
        if (action !== undefined) send({ type: action, id: asset.id });
      }}
    >
      <Thumbnail asset={asset} />
      <div
        class="words"
        title={[...new Set([title, asset.name]), ...assetFacts(asset, l10n)].join('\n')}
      >
        <p class="prompt-line">{title}</p>
        {asset.missing ? (
          <p class="meta missing">
            <Icon name="warning" /> {l10n.t('File moved or deleted')}
          </p>
        ) : (
          <p class="meta">
            <span>{asset.model}</span>
            <span>{l10n.t('{0} × {1}', asset.width, asset.height)}</span>
          </p>
        )}
      </div>
      <AssetActions asset={asset} tabIndex={active ? 0 : -1} send={send} />
    </li>
  );
});
