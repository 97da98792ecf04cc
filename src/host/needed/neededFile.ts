import type * as vscode from 'vscode';

import { groupsOf } from '../../core/needed/groupsOf';
import { madePath, type WantedImage } from '../../core/needed/neededPlan';
import { wantedTogether } from '../../core/needed/wantedTogether';
import type { NeededImage } from './imageIndex';

/** One file that is to be made, for all the references that mean it. */
export interface NeededFile {
  /** Where it is to lie. */
  readonly file: vscode.Uri;
  readonly wanted: WantedImage;
  /** The draft. */
  readonly prompt: string;
  readonly references: readonly [NeededImage, ...NeededImage[]];
}

/** The files that are to be made for these references, each once, in their order. */
export function neededFiles(needed: readonly NeededImage[]): readonly NeededFile[] {
  const groups = groupsOf(needed, ({ file }) =>
    file.with({ path: madePath(file.path) }).toString(),
  );
  return groups.flatMap(({ items: [first, ...others] }) =>
    first === undefined ? [] : [neededFile([first, ...others])],
  );
}

function neededFile(references: NeededFile['references']): NeededFile {
  const [{ file }] = references;
  const { prompt, ...size } = wantedTogether(references.map(({ reference }) => reference));
  return {
    file: file.with({ path: madePath(file.path) }),
    wanted: { path: file.path, ...size },
    prompt,
    references,
  };
}
