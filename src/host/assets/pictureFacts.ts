import type * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { generationFactsOf } from '../../core/assets/metadata/generationFacts';
import type * as EmbedMetadata from '../../core/assets/metadata/embedMetadata';
import { readSettings } from '../settings';
import type { AssetPart } from './assetPart';

/** A picture that is larger stays as it came: it would have to be held in memory twice. In bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Puts into a fetched picture how it was made, as `fluxAssets.embedMetadata` has it for its folder. Never rejects:
 * whatever fails here, the picture stays as it came.
 */
export async function embedFacts(
  part: Pick<AssetPart, 'length' | 'rewrite'>,
  asset: Omit<Asset, 'uri'>,
  folder: vscode.Uri,
  read: () => Promise<typeof EmbedMetadata> = () =>
    import('../../core/assets/metadata/embedMetadata'),
): Promise<void> {
  const { embedMetadata: level } = readSettings(folder);
  if (level === 'none' || part.length > LARGEST) return;
  try {
    const { embedMetadata } = await read();
    const facts = generationFactsOf(asset, level);
    await part.rewrite((bytes) => embedMetadata(bytes, facts));
  } catch {
    // It is paid for and whole; without these words it is worth as much.
  }
}
