import ignore, { type Ignore } from 'ignore';

/** What git leaves out, by the `.gitignore` files of a tree of folders. All paths have `/` between their parts. */
export class IgnoreRules {
  private readonly rules = new Map<string, Ignore>();
  /** What each folder's `.gitignore` says. */
  private readonly texts = new Map<string, string>();
  private readonly known = new Map<string, boolean>();

  /** `root` is the uppermost folder whose rules count. */
  constructor(private readonly root: string) {}

  /** Adds what the `.gitignore` of a folder says. */
  add(folder: string, text: string): void {
    const rules = this.rules.get(folder) ?? ignore({ ignorecase: false });
    this.rules.set(folder, rules.add(text));
    this.texts.set(folder, `${this.texts.get(folder) ?? ''}${text}\n`);
    this.known.clear();
  }

  /** Whether both leave out the same, as far as the texts tell. */
  isSameAs(other: IgnoreRules): boolean {
    return (
      this.root === other.root &&
      this.texts.size === other.texts.size &&
      [...this.texts].every(([folder, text]) => other.texts.get(folder) === text)
    );
  }

  /** Whether git leaves a file out; a path that ends in a slash is a folder. */
  ignores(path: string): boolean {
    if (!path.startsWith(`${this.root}/`)) return false;
    const isFolder = path.endsWith('/');
    const known = isFolder ? this.known.get(path) : undefined;
    if (known !== undefined) return known;
    // What lies in a folder that is left out cannot be taken in again.
    const parent = parentOf(path);
    const ignored =
      (parent.length > this.root.length && this.ignores(`${parent}/`)) || this.decides(path);
    if (isFolder) this.known.set(path, ignored);
    return ignored;
  }

  /** The nearest `.gitignore` that says anything about it has the word. */
  private decides(path: string): boolean {
    for (
      let folder = parentOf(path);
      folder.length >= this.root.length;
      folder = parentOf(folder)
    ) {
      const said = this.rules.get(folder)?.test(path.slice(folder.length + 1));
      if (said?.ignored === true) return true;
      if (said?.unignored === true) return false;
      if (folder === '') break;
    }
    return false;
  }
}

function parentOf(path: string): string {
  const end = path.endsWith('/') ? path.length - 1 : path.length;
  return path.slice(0, Math.max(path.lastIndexOf('/', end - 1), 0));
}
