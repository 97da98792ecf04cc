import type { Asset } from '../../core/assets/asset';
import { fileNameFrom, safeFileName } from '../../core/assets/fileName';
import { extensionOf } from '../../core/assets/imageHeader';
import type { JournalEntry } from '../../core/tasks/journalEntry';

/** The name that a picture gets, without extension: the one that was chosen, or one by the template. */
export function nameOf(
  { destination, fileName }: JournalEntry['order'],
  asset: Omit<Asset, 'uri'>,
): string {
  if (destination.name !== undefined) return safeFileName(destination.name) || 'image';
  const createdAt = new Date(asset.createdAt);
  return fileNameFrom(fileName, { ...asset, id: asset.taskId, createdAt });
}

/** The extension that a picture gets, without a dot: by its bytes, as the chosen name spells it. */
export function endingOf(
  { destination }: JournalEntry['order'],
  { format }: Pick<Asset, 'format'>,
): string {
  const isAsChosen = destination.format === format;
  return (isAsChosen ? destination.extension : undefined) ?? extensionOf(format);
}
