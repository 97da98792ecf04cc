import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Disposable } from '../disposable';
import { failedWith } from '../storage/fileErrors';
import { hasEnded, thisProcess, type ProcessName } from '../storage/processName';

/** In ms. */
const HEARTBEAT_MS = 5000;
/** Looks at another window's heartbeat count when they are so far apart. In ms. */
const LOOK_MS = 4000;
/** So many looks without a heartbeat between them mean that nobody is there. */
const PATIENCE = 5;
const EXTENSION = '.json';

/** The last heartbeat of another window, and how often it was looked for since. */
interface Silence {
  readonly beat: number;
  readonly looks: number;
  /** Of the last look that counted. */
  readonly at: number;
}

/**
 * Tells other windows that this one is there: a file in `folder` that it touches every few seconds. What it works on
 * names the window; when the window is gone, others may take that over.
 */
export class WindowLease extends Disposable {
  readonly id: string = randomUUID();
  private holding: Promise<void> | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private readonly silences = new Map<string, Silence>();

  /** `now` is in ms and may jump; `beatMs` is the time between two heartbeats. */
  constructor(
    private readonly folder: string,
    private readonly now: () => number = Date.now,
    private readonly beatMs = HEARTBEAT_MS,
  ) {
    super();
  }

  /** Begins to hold the lease; to be awaited before anything names this window. Rejects where it cannot be written. */
  hold(): Promise<void> {
    this.holding ??= this.begin().catch((error: unknown) => {
      this.holding = undefined;
      throw error;
    });
    return this.holding;
  }

  /**
   * Whether a window is there. A process that has ended is not; one that is silent must be so over several looks, for
   * a machine that slept has let nobody's heart beat, and clocks are not the same everywhere.
   */
  async isAlive(id: string): Promise<boolean> {
    if (id === this.id) return true;
    const file = this.fileOf(id);
    let beat: number;
    try {
      beat = (await stat(file)).mtimeMs;
    } catch (error) {
      return !failedWith(error, 'ENOENT');
    }
    if (!(await isOfEnded(file)) && !this.isSilent(id, beat)) return true;
    this.silences.delete(id);
    await rm(file, { force: true }).catch(() => undefined);
    return false;
  }

  override dispose(): void {
    super.dispose();
    clearInterval(this.heartbeat);
    void this.holding?.then(() => rm(this.fileOf(this.id), { force: true })).catch(() => undefined);
  }

  private async begin(): Promise<void> {
    this.requireOpen();
    await mkdir(this.folder, { recursive: true });
    const owner = JSON.stringify(thisProcess());
    await writeFile(this.fileOf(this.id), owner);
    void this.sweep();
    this.requireOpen();
    this.heartbeat = setInterval(() => {
      this.beat(owner);
    }, this.beatMs);
    this.heartbeat.unref();
  }

  private requireOpen(): void {
    if (this.disposed) throw new Error('The window closes.');
  }

  private beat(owner: string): void {
    const now = new Date();
    const file = this.fileOf(this.id);
    // Where somebody took it for dead and removed it, it is written anew.
    utimes(file, now, now).catch(() =>
      this.disposed ? undefined : writeFile(file, owner).catch(() => undefined),
    );
  }

  private isSilent(id: string, beat: number): boolean {
    const at = this.now();
    const before = this.silences.get(id);
    if (before?.beat !== beat) {
      this.silences.set(id, { beat, looks: 0, at });
      return false;
    }
    // However far the clock has jumped, it was one look.
    if (Math.abs(at - before.at) < LOOK_MS) return false;
    const looks = before.looks + 1;
    this.silences.set(id, { beat, looks, at });
    return looks >= PATIENCE;
  }

  /** Removes what windows have left that nobody asks for any more. */
  private async sweep(): Promise<void> {
    const names = await readdir(this.folder).catch((): string[] => []);
    const ids = names.filter((name) => name.endsWith(EXTENSION));
    await Promise.all(ids.map((name) => this.isAlive(name.slice(0, -EXTENSION.length))));
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}${EXTENSION}`);
  }
}

async function isOfEnded(file: string): Promise<boolean> {
  try {
    return hasEnded(JSON.parse(await readFile(file, 'utf8')) as ProcessName);
  } catch {
    return false;
  }
}
