import type { PanelReferences } from '../pages/panelReferences';
import type { Panels } from '../pages/panels';
import { chosenReference } from './chosenImage';
import { draftForEditing } from './drafts';

/** *Edit Image…*: the panel opens with the picture as first reference and a model that edits. */
export function editImage(target: unknown, references: PanelReferences, panels: Panels): void {
  const uri = chosenReference(target);
  if (uri === undefined) return;
  references.replace([uri]);
  panels.open(draftForEditing(uri));
}
