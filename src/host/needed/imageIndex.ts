import type * as vscode from 'vscode';

import type { ImageReference } from '../../core/code/imageReference';
import type { CodeLanguage } from '../../core/code/language';

/** A reference in a file of the workspace, with the file that it means. */
export interface PlacedReference {
  readonly document: vscode.Uri;
  readonly language: CodeLanguage;
  readonly reference: ImageReference;
  /** The same in the editor's terms. */
  readonly range: vscode.Range;
  /** The file it means: the one that is there, else the one to make. For a placeholder service: where to put the picture. */
  readonly file: vscode.Uri;
}

/** A reference whose file is not there, or to a placeholder service. */
export interface NeededImage extends PlacedReference {
  /** The same after each scan as long as the reference stays what it is. */
  readonly id: string;
}

/** What was looked through, and what was left out because it is too much. */
export interface IndexExtent {
  /** How many files were looked through. */
  readonly files: number;
  /** How many references to images stand in them. */
  readonly references: number;
  /** The workspace has more files than are looked through. */
  readonly hasMoreFiles: boolean;
  /** More images are needed than `needed` holds. */
  readonly hasMoreNeeded: boolean;
}

/** All references to images in the workspace's files, kept up to date with edits and files. */
export interface ImageIndex {
  /** References or files have changed. */
  readonly onDidChange: vscode.Event<void>;
  /** Sorted by document and place. */
  readonly needed: readonly NeededImage[];
  readonly extent: IndexExtent;
  /** Every reference that means this file. */
  referencesTo(file: vscode.Uri): readonly PlacedReference[];
  /** Resolves when the workspace has been looked through, and every edit and file event before this call is in. */
  settled(): Promise<void>;
  /** Looks through everything anew, also where the background scan is switched off. Nothing in an untrusted workspace. */
  scan(): Promise<void>;
  dispose(): void;
}
