import * as vscode from 'vscode';

import type { PanelReferences } from '../pages/panelReferences';
import type { Panels } from '../pages/panels';
import { draftForEditing } from './drafts';

/** *Edit Image…*: the panel opens with the picture as first reference and a model that edits. */
export function editImage(target: unknown, references: PanelReferences, panels: Panels): void {
  const uri = target instanceof vscode.Uri ? target : activeImage();
  if (uri === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a PNG, JPEG or WebP image, or choose one in the explorer.'),
    );
    return;
  }
  references.replace([uri]);
  panels.open(draftForEditing(uri));
}

/** The image that is open in front, of the formats that are made here. */
export function activeImage(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  return /\.(png|jpe?g|webp)$/i.test(input.uri.path) ? input.uri : undefined;
}
