import * as vscode from 'vscode';

const ANY_IMAGE = /\.(png|jpe?g|webp|avif)$/i;
/** What models take as a reference. */
const REFERENCE = /\.(png|jpe?g|webp)$/i;

/** The image that a command is about: the one it was called on, else the one that is open in front. Without one, says so. */
export function chosenImage(target: unknown): vscode.Uri | undefined {
  return chosen(
    target,
    ANY_IMAGE,
    vscode.l10n.t('Open a PNG, JPEG, WebP or AVIF image, or choose one in the explorer.'),
  );
}

/** The same for commands that send the image to a model. */
export function chosenReference(target: unknown): vscode.Uri | undefined {
  return chosen(
    target,
    REFERENCE,
    vscode.l10n.t('Open a PNG, JPEG or WebP image, or choose one in the explorer.'),
  );
}

/** The image that is open in front, of the formats that are made here. */
export function activeImage(formats = ANY_IMAGE): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  return formats.test(input.uri.path) ? input.uri : undefined;
}

function chosen(target: unknown, formats: RegExp, otherwise: string): vscode.Uri | undefined {
  const uri = target instanceof vscode.Uri ? target : activeImage(formats);
  if (uri === undefined) void vscode.window.showInformationMessage(otherwise);
  return uri;
}
