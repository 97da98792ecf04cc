import type * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import type { Recipe } from '../../core/assets/recipe';

/** A file that was made locally from a picture. */
export interface DerivedAsset {
  readonly file: vscode.Uri;
  /** The picture it was made from. */
  readonly source: vscode.Uri;
  readonly recipe: Recipe;
}

/** The asset locks of the workspace: one `flux-assets.lock.json` in each assets folder that has generated files. */
export interface AssetLocks {
  /** Notes a picture that was saved, or saved again. Rejects where the lock is broken or cannot be written: the file is untouched then. */
  recordAsset(asset: Asset): Promise<void>;
  /** Notes a file that was made from one. */
  recordDerived(derived: DerivedAsset): Promise<void>;
  /** A file has another place: its entry follows it. */
  move(from: vscode.Uri, to: vscode.Uri): Promise<void>;
  /** Takes a file's entry out. */
  remove(file: vscode.Uri): Promise<void>;
}
