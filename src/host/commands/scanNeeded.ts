import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import type { ImageIndex } from '../needed/imageIndex';

/** Looks through the workspace anew and says what was found. */
export async function scanNeeded(
  images: { readonly load: () => Promise<ImageIndex> },
  l10n: Localizer,
): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await vscode.window.showInformationMessage(
      l10n.t('Nothing is scanned in Restricted Mode. Trust this workspace first.'),
    );
    return;
  }
  const index = await images.load();
  await vscode.window.withProgress({ location: { viewId: 'fluxAssets.needed' } }, () =>
    index.scan(),
  );
  void vscode.window.showInformationMessage(scanWords(index, l10n));
}

function scanWords({ needed, extent }: ImageIndex, l10n: Localizer): string {
  const { files, references, hasMoreFiles, hasMoreNeeded } = extent;
  if (hasMoreNeeded) return l10n.t('More than {0} images are needed.', needed.length);
  if (hasMoreFiles)
    return l10n.t(
      'Images needed: {0}. The workspace is large: only {1} files were looked through.',
      needed.length,
      files,
    );
  if (needed.length > 0)
    return l10n.t('Images needed: {0}. Files looked through: {1}.', needed.length, files);
  return l10n.t(
    'No image is missing. Files looked through: {0}, references to images: {1}.',
    files,
    references,
  );
}
