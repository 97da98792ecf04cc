import { comparable } from './wordSearch';

/** The names in one folder, of whatever file system. */
export class FolderNames {
  private readonly exact: ReadonlySet<string>;
  private readonly folded: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.exact = new Set(names);
    this.folded = new Set(names.map(comparable));
  }

  /** Whether a name is there; `alike` where one is that differs in case or accents alone: only the file system knows then. */
  has(name: string): boolean | 'alike' {
    if (this.exact.has(name)) return true;
    return this.folded.has(comparable(name)) && 'alike';
  }
}
