import type { AssetAction, AssetView, PanelIntent } from '../../protocol/panel';
import { assetFacts, assetTitle } from '../assetFacts';
import { AssetPicture } from '../controls/assetPicture';
import { Button, IconButton } from '../controls/button';
import { Icon } from '../controls/icon';
import { useL10n } from '../l10n';
import { memo } from '../memo';

interface ResultCardProps {
  readonly asset: AssetView;
  readonly send: (intent: PanelIntent) => void;
}

/** One saved picture, what is known of it, and what can be done with it. */
export const ResultCard = memo(function ResultCard({ asset, send }: ResultCardProps) {
  const l10n = useL10n();
  const action = (type: AssetAction) => () => {
    send({ type, id: asset.id });
  };
  return (
    <article class="card">
      <AssetPicture
        asset={asset}
        class="picture"
        alt={assetTitle(asset)}
        // The mouse's short cut to Open, which the keyboard reaches below.
        onClick={action('openAsset')}
        instead={<Gone missing={asset.missing} />}
      />
      <p class="name" title={asset.name}>
        {asset.name}
      </p>
      <p class="meta" title={assetTitle(asset)}>
        {assetFacts(asset, l10n).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <div class="actions">
        {!asset.missing && (
          <>
            <Button onClick={action('insertAsset')}>{l10n.t('Insert')}</Button>
            <IconButton icon="go-to-file" label={l10n.t('Open')} onClick={action('openAsset')} />
            <IconButton
              icon="folder-opened"
              label={l10n.t('Reveal')}
              onClick={action('revealAsset')}
            />
            <IconButton icon="copy" label={l10n.t('Copy path')} onClick={action('copyAssetPath')} />
            <IconButton icon="layers" label={l10n.t('Make files')} onClick={action('makeFiles')} />
          </>
        )}
        <IconButton
          icon="settings"
          label={l10n.t('Reuse settings')}
          onClick={action('reuseSettings')}
        />
        {asset.missing && (
          <IconButton
            icon="close"
            label={l10n.t('Remove from history')}
            onClick={action('removeAsset')}
          />
        )}
      </div>
    </article>
  );
});

/** In the place of a picture that is known to be gone, or that the page could not load. */
function Gone({ missing }: { readonly missing: boolean }) {
  const l10n = useL10n();
  return (
    <div class="picture gone">
      <Icon name="file-media" />
      <p>
        {missing
          ? l10n.t('The file was moved or deleted.')
          : l10n.t('The picture cannot be shown. Its file may have been moved or deleted.')}
      </p>
    </div>
  );
}
