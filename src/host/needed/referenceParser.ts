import type { Clock } from '../../core/clock';
import type { LocatedReference } from '../../core/code/locateReferences';
import type { Log } from '../../core/log';
import { Disposable } from '../disposable';
import { locateInSource, type CodeSource } from './locateInSource';
import type { ParserThread, StartThread } from './parserThread';

/** A text that takes a parser longer is given up. Loading the parsers on a slow disk must fit in. In ms. */
const LONGEST_MS = 15_000;
/** The thread holds parsers in memory; after so long without a text it ends. In ms. */
const IDLE_MS = 30_000;

type Found = readonly LocatedReference[];

export interface ReferenceParserPorts {
  readonly start: StartThread;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** What is done in this thread where no other can be had. */
  readonly locate?: typeof locateInSource;
}

/**
 * Finds references in a thread of its own, so that no text, however long or odd, holds up the editor. One call at a
 * time.
 */
export class ReferenceParser extends Disposable {
  private thread: Running | undefined;
  private canStart = true;
  private idle = new AbortController();

  constructor(private readonly ports: ReferenceParserPorts) {
    super();
  }

  /** What stands in each text, in their order; nothing for a text that was given up. */
  async parse(texts: readonly CodeSource[]): Promise<readonly Found[]> {
    this.idle.abort('needed');
    const found: Found[] = [];
    while (found.length < texts.length && !this.disposed) {
      const rest = texts.slice(found.length);
      if (!this.canStart) return [...found, ...(await this.parseHere(rest))];
      const isStuck = await this.parseBeside(rest, found);
      if (!isStuck) continue;
      this.ports.log.warn(`Given up: ${texts[found.length]?.path ?? ''}`);
      found.push([]);
    }
    this.stopWhenIdle();
    return found;
  }

  override dispose(): void {
    this.idle.abort();
    this.stop();
    super.dispose();
  }

  /** Adds the answers to `found` until all are in or the thread ends; whether a text is to blame for that. */
  private async parseBeside(texts: readonly CodeSource[], found: Found[]): Promise<boolean> {
    const thread = (this.thread ??= new Running(this.ports.start));
    texts.forEach((code) => {
      thread.post(code);
    });
    for (let answers = 0; answers < texts.length; answers += 1) {
      const answer = await this.inTime(thread);
      if (answer !== undefined) {
        found.push(answer);
        continue;
      }
      const couldStart = thread.isReady;
      this.stop();
      if (couldStart) return !this.disposed;
      this.canStart = false;
      this.ports.log.info(`No thread to look for images in (${thread.ended}).`);
      return false;
    }
    return false;
  }

  /** The next answer; `undefined` where the thread has ended or takes too long. */
  private async inTime(thread: Running): Promise<Found | undefined> {
    const answered = new AbortController();
    const late = this.ports.clock.delay(LONGEST_MS, answered.signal).catch(() => undefined);
    try {
      return await Promise.race([thread.next(), late.then(() => undefined)]);
    } finally {
      // With a reason, for without one an error is made, whose stack takes longer than all else here.
      answered.abort('answered');
    }
  }

  private async parseHere(texts: readonly CodeSource[]): Promise<readonly Found[]> {
    const found: Found[] = [];
    for (const code of texts) {
      // A copy, because a part of a string holds on to the whole text.
      found.push(structuredClone(await (this.ports.locate ?? locateInSource)(code)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return found;
  }

  private stopWhenIdle(): void {
    this.idle = new AbortController();
    this.ports.clock.delay(IDLE_MS, this.idle.signal).then(
      () => {
        this.stop();
      },
      () => undefined,
    );
  }

  private stop(): void {
    this.thread?.stop();
    this.thread = undefined;
  }
}

/** A thread with its answers in the order in which they come. */
class Running {
  isReady = false;
  ended = '';
  private readonly thread: ParserThread;
  private readonly answers: Found[] = [];
  private wake: () => void = () => undefined;
  private lastId = 0;

  constructor(start: StartThread) {
    const listener = {
      onReady: () => {
        this.isReady = true;
      },
      onAnswer: ({ found }: { readonly found: Found }) => {
        this.answers.push(found);
        this.wake();
      },
      onEnd: (reason: string) => {
        this.ended ||= reason;
        this.wake();
      },
    };
    try {
      this.thread = start(listener);
    } catch (error) {
      this.thread = { post: () => undefined, stop: () => undefined };
      this.ended = error instanceof Error ? error.name : 'error';
    }
  }

  post(code: CodeSource): void {
    this.thread.post({ id: (this.lastId += 1), code });
  }

  stop(): void {
    this.thread.stop();
    this.ended ||= 'stopped';
    this.wake();
  }

  /** `undefined` when it has ended. */
  async next(): Promise<Found | undefined> {
    while (this.answers.length === 0 && this.ended === '') {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.answers.shift();
  }
}
