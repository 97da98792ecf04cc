/** A place at the service. Given back once, when the task is no longer active there. */
type ReleaseSlot = () => void;

interface Waiting {
  readonly model: string;
  readonly modelLimit: number;
  readonly admit: () => void;
}

/**
 * Keeps the number of active tasks within the provider's limits (bfl-api.md §6.1). First come, first served;
 * a model at its own limit lets others pass.
 */
export class TaskQueue {
  private readonly active = new Map<string, number>();
  private activeTotal = 0;
  private waiting: Waiting[] = [];

  /** `limit` is asked each time a place may be free: it is a setting. */
  constructor(private readonly limit: () => number) {}

  /** Resolves when the task may be sent; rejects with the signal's reason when it aborts before that. */
  enter(model: string, modelLimit: number | undefined, signal: AbortSignal): Promise<ReleaseSlot> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const onAbort = () => {
        this.waiting = this.waiting.filter((other) => other !== entry);
        reject(signal.reason as Error);
      };
      const entry: Waiting = {
        model,
        modelLimit: modelLimit ?? Number.POSITIVE_INFINITY,
        admit: () => {
          signal.removeEventListener('abort', onAbort);
          resolve(this.releaseOnce(model));
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.waiting.push(entry);
      this.refresh();
    });
  }

  /** Lets in whoever may go by now. To be called from outside when what `limit` answers has changed. */
  refresh(): void {
    for (const entry of [...this.waiting]) {
      if (this.activeTotal >= this.limit()) return;
      const ofModel = this.active.get(entry.model) ?? 0;
      if (ofModel >= entry.modelLimit) continue;
      this.waiting = this.waiting.filter((other) => other !== entry);
      this.activeTotal += 1;
      this.active.set(entry.model, ofModel + 1);
      entry.admit();
    }
  }

  private releaseOnce(model: string): ReleaseSlot {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.activeTotal -= 1;
      this.active.set(model, (this.active.get(model) ?? 1) - 1);
      this.refresh();
    };
  }
}
