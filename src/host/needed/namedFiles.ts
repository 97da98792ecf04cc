import type * as vscode from 'vscode';

import { folderOf, nameOf } from '../../core/code/paths';
import { comparable } from '../../core/wordSearch';

type Named = Pick<vscode.Uri, 'path'>;

/** Which documents name which files, so that a file that comes or goes leads to those alone. */
export class NamedFiles {
  /** Documents by the folder and the name of a file. */
  private readonly folders = new Map<string, Map<string, Set<string>>>();

  /** A document names these files. */
  add(document: string, files: Iterable<Named>): void {
    for (const { path } of files) {
      const [folder, name] = placeOf(path);
      const names = this.folders.get(folder) ?? new Map<string, Set<string>>();
      this.folders.set(folder, names);
      names.set(name, (names.get(name) ?? new Set()).add(document));
    }
  }

  /** A document does not name these files any more. */
  remove(document: string, files: Iterable<Named>): void {
    for (const { path } of files) {
      const [folder, name] = placeOf(path);
      const names = this.folders.get(folder);
      const documents = names?.get(name);
      documents?.delete(document);
      if (documents?.size === 0) names?.delete(name);
      if (names?.size === 0) this.folders.delete(folder);
    }
  }

  /** The documents that name a file, or any in it where it is a folder. */
  documentsNaming(file: Named): ReadonlySet<string> {
    const [folder, name] = placeOf(file.path);
    const whole = comparable(file.path);
    const inside = [...this.folders]
      .filter(([each]) => each === whole || each.startsWith(`${whole}/`))
      .flatMap(([, names]) => [...names.values()]);
    const naming = [this.folders.get(folder)?.get(name) ?? [], ...inside];
    return new Set(naming.flatMap((documents) => [...documents]));
  }
}

function placeOf(path: string): readonly [folder: string, name: string] {
  const folded = comparable(path);
  return [folderOf(folded), nameOf(folded)];
}
