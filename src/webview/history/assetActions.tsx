import type { HistoryIntent } from '../../protocol/history';
import type { Localizer } from '../../protocol/localizer';
import type { AssetAction, AssetView } from '../../protocol/panel';
import { useL10n } from '../l10n';

interface AssetActionsProps {
  readonly asset: AssetView;
  readonly tabIndex: number;
  readonly send: (intent: HistoryIntent) => void;
}

interface Action {
  readonly type: AssetAction;
  readonly icon: string;
  readonly label: string;
  readonly minor?: true;
}

/**
 * What can be done with one saved picture, as a row of small buttons. There are a thousand in the page and each change
 * of the list draws many, so they are bare elements with one listener.
 */
export function AssetActions({ asset, tabIndex, send }: AssetActionsProps) {
  const l10n = useL10n();
  const actions = asset.missing ? withoutFile(l10n) : withFile(l10n);
  return (
    <div
      class="actions"
      onClick={(event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null;
        const place = button === null ? -1 : [...event.currentTarget.children].indexOf(button);
        const type = actions[place]?.type;
        if (type !== undefined) send({ type, id: asset.id });
      }}
    >
      {actions.map(({ type, icon, label, minor = false }) => (
        <button
          key={type}
          type="button"
          class={`icon-button codicon codicon-${icon}${minor ? ' minor' : ''}`}
          title={label}
          aria-label={label}
          tabIndex={tabIndex}
        />
      ))}
    </div>
  );
}

function withFile(l10n: Localizer): readonly Action[] {
  return [
    { type: 'openAsset', icon: 'go-to-file', label: l10n.t('Open') },
    { type: 'insertAsset', icon: 'code', label: l10n.t('Insert reference') },
    { type: 'revealAsset', icon: 'folder-opened', label: l10n.t('Reveal'), minor: true },
    { type: 'copyAssetPath', icon: 'copy', label: l10n.t('Copy path'), minor: true },
    { type: 'makeFiles', icon: 'layers', label: l10n.t('Make files'), minor: true },
    ...withoutFile(l10n),
    { type: 'deleteAsset', icon: 'trash', label: l10n.t('Delete file') },
  ];
}

function withoutFile(l10n: Localizer): readonly Action[] {
  return [
    { type: 'reuseSettings', icon: 'settings', label: l10n.t('Reuse settings') },
    { type: 'copyPrompt', icon: 'quote', label: l10n.t('Copy prompt'), minor: true },
    { type: 'showHowMade', icon: 'info', label: l10n.t('How it was made'), minor: true },
    { type: 'removeAsset', icon: 'close', label: l10n.t('Remove from history') },
  ];
}
