import * as vscode from 'vscode';

/** The image that a command is about: the one it was called on, else the one that is open in front. Without one, says so. */
export function chosenImage(target: unknown): vscode.Uri | undefined {
  const uri = target instanceof vscode.Uri ? target : activeImage();
  if (uri === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a PNG, JPEG or WebP image, or choose one in the explorer.'),
    );
  }
  return uri;
}

/** The image that is open in front, of the formats that are made here. */
export function activeImage(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  return /\.(png|jpe?g|webp)$/i.test(input.uri.path) ? input.uri : undefined;
}
