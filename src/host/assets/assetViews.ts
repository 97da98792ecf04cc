import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { chargeWords } from '../../protocol/chargeWords';
import { shownPrompt } from '../../protocol/limits';
import type { Localizer } from '../../protocol/localizer';
import type { AssetView } from '../../protocol/panel';
import type { MissingFiles } from './missingFiles';

/** An asset as a page shows it: its picture as a webview URI, no path. */
export function assetView(
  asset: Asset,
  webview: vscode.Webview,
  missingFiles: Pick<MissingFiles, 'has'>,
  l10n: Localizer,
): AssetView {
  const uri = vscode.Uri.parse(asset.uri);
  const missing = missingFiles.has(asset.id);
  return {
    id: asset.id,
    prompt: shownPrompt(asset.prompt),
    model: asset.model,
    name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    ...(missing ? {} : { src: webview.asWebviewUri(uri).toString() }),
    missing,
    width: asset.width,
    height: asset.height,
    format: asset.format,
    ...(asset.seed === undefined ? {} : { seed: asset.seed }),
    ...(asset.cost === undefined || asset.provider === 'demo'
      ? {}
      : { cost: chargeWords(asset.cost, l10n) }),
    createdAt: asset.createdAt,
  };
}
