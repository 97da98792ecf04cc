import * as vscode from 'vscode';

/** The icon of a tab. It is drawn as it is, unlike one in the activity bar: it needs a colour for each kind of theme. */
export function panelIcon(extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const icon = (name: string) => vscode.Uri.joinPath(extension, 'media', name);
  return { light: icon('flux-light.svg'), dark: icon('flux-dark.svg') };
}
