/** An event of Chromium's tracing, as far as it is read here. */
export interface TraceEvent {
  readonly name: string;
  /** `X` is a piece of work, `M` says something of a thread. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** The processor's time in it, in µs. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest task of a page's thread, by the processor's time, in ms. */
export function longestTask(events: readonly TraceEvent[]): number {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const tasks = events.filter((event) => event.ph === 'X' && threads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('Chromium traced no task of a page.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${String(pid)}:${String(tid)}`;
}
