import type * as vscode from 'vscode';

import { embedMetadata } from '../../core/assets/metadata/embedMetadata';
import { withoutPrompt } from '../../core/assets/metadata/generationFacts';
import { readMetadata } from '../../core/assets/metadata/readMetadata';
import { readSettings } from '../settings';

/**
 * A file with what its source says of how it was made, its digital source type included, as far as
 * `fluxAssets.embedMetadata` has it and its format is a PNG, JPEG or WebP. Never throws: the file itself then.
 */
export function withFactsOf(source: Uint8Array, file: Uint8Array, scope: vscode.Uri): Uint8Array {
  const { embedMetadata: level } = readSettings(scope);
  if (level === 'none') return file;
  const { facts } = readMetadata(source);
  if (facts === undefined) return file;
  try {
    return embedMetadata(file, level === 'all' ? facts : withoutPrompt(facts));
  } catch {
    return file;
  }
}
