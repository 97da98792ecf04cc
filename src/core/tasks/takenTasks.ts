/** So many that have ended wait for one before them; then that one is no part of the usual any more. */
const MOST_WAITING = 24;

interface TakenTask {
  isOver: boolean;
  ms?: number | undefined;
}

/**
 * What tasks of one kind take, in the order in which the service took them. Tasks that run at once end in the order of
 * their durations: who learns as they end knows the quickest alone at first, and takes the others for a change of pace.
 */
export class TakenTasks {
  private readonly tasks: TakenTask[] = [];

  /** Whether all that were begun have ended. */
  get isEmpty(): boolean {
    return this.tasks.length === 0;
  }

  /**
   * Begins a task that was just taken. The function ends it, with the ms that it took where they are known, and tells
   * the durations that may be learnt now: of all before the first that still runs.
   */
  begin(): (ms: number | undefined) => readonly number[] {
    const task: TakenTask = { isOver: false };
    this.tasks.push(task);
    return (ms) => {
      // Those behind it have not waited.
      if (!this.tasks.includes(task)) return ms === undefined ? [] : [ms];
      task.isOver = true;
      task.ms = ms;
      return this.takeKnown();
    };
  }

  private takeKnown(): readonly number[] {
    const durations: number[] = [];
    let waiting = this.tasks.filter(({ isOver }) => isOver).length;
    for (;;) {
      const [first] = this.tasks;
      if (first === undefined || (!first.isOver && waiting <= MOST_WAITING)) return durations;
      this.tasks.shift();
      if (first.isOver) waiting -= 1;
      if (first.ms !== undefined) durations.push(first.ms);
    }
  }
}
