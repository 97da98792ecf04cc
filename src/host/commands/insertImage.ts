import * as vscode from 'vscode';

import { insertAtCursor, type InsertAtCursorPorts } from '../code/insertAtCursor';
import { isImageFile } from '../code/droppedImages';
import { chosenImage } from './chosenImage';

/** *Insert Image*: a reference to each image that is selected, else to the chosen one, where a person wrote last. */
export async function insertImage(
  target: unknown,
  selected: unknown,
  ports: InsertAtCursorPorts,
): Promise<void> {
  const several = Array.isArray(selected) ? selected.filter((each) => isImage(each)) : [];
  const image = several.length > 0 ? undefined : chosenImage(target);
  const images = image === undefined ? several : [image];
  if (images.length > 0) await insertAtCursor(images, ports);
}

function isImage(value: unknown): value is vscode.Uri {
  return value instanceof vscode.Uri && isImageFile(value);
}
