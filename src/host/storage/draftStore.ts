import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeptDraft } from '../../protocol/panel';
import { parseKeptDraft } from '../../protocol/panelIntent';

/**
 * A copy of the panel's draft on disk. The editor stores what a page keeps only every few seconds, so a window that
 * is reloaded before that would have lost what was typed.
 */
export class DraftStore {
  private current: KeptDraft | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly file: string) {}

  get kept(): KeptDraft | undefined {
    return this.current;
  }

  /** Reads what an earlier window has kept; a damaged copy counts as none. */
  async load(): Promise<void> {
    try {
      this.current ??= parseKeptDraft(JSON.parse(await readFile(this.file, 'utf8')));
    } catch {
      // None was kept yet, or the copy is damaged; the page has its own.
    }
  }

  /** Keeps the draft. Rejects where it cannot be written; it is still kept as long as the window lives. */
  keep(kept: KeptDraft): Promise<void> {
    this.current = kept;
    const write = this.writing.then(() => this.write());
    this.writing = write.catch(() => undefined);
    return write;
  }

  /** The panel was closed: the next one starts anew, but with the words, which are work. */
  async keepPromptOnly(): Promise<void> {
    const prompt = this.current?.draft.prompt;
    await this.keep({ draft: prompt === undefined ? {} : { prompt }, at: Date.now() });
  }

  private async write(): Promise<void> {
    const temporary = `${this.file}.part`;
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(temporary, JSON.stringify(this.current));
    await rename(temporary, this.file);
  }
}
