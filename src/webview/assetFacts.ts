import type { Localizer } from '../protocol/localizer';
import type { AssetView } from '../protocol/panel';

/** What an asset is called: by its prompt, or by its file where the model took none. */
export function assetTitle({ prompt, name }: AssetView): string {
  return prompt.trim() === '' ? name : prompt;
}

/** What is known of an asset besides its prompt and its name, in short pieces. */
export function assetFacts(asset: AssetView, l10n: Localizer): readonly string[] {
  return [
    l10n.t('{0} × {1}', asset.width, asset.height),
    asset.format === 'webp' ? 'WebP' : asset.format.toUpperCase(),
    asset.model,
    ...(asset.seed === undefined ? [] : [l10n.t('seed {0}', asset.seed)]),
    ...(asset.cost === undefined ? [] : [asset.cost]),
  ];
}
