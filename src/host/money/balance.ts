import type { Clock } from '../../core/clock';
import type { Charge } from '../../core/money/charge';

export interface BalancePorts {
  /** Asks the chosen provider; `undefined` where it cannot be asked. */
  readonly ask: () => Promise<Charge | undefined>;
  readonly clock: Clock;
}

/** What is asked twice within this is asked once. In ms. */
const FRESH_MS = 60_000;

/** The balance at the chosen provider, asked for at most once a minute. */
export class Balance {
  private asked: { readonly at: number; readonly answer: Promise<Charge | undefined> } | undefined;

  constructor(private readonly ports: BalancePorts) {}

  /** `undefined` where it cannot be asked for, or nobody answers. */
  async get(): Promise<Charge | undefined> {
    const { ask, clock } = this.ports;
    if (this.asked === undefined || clock.now() - this.asked.at >= FRESH_MS) {
      const answer = ask().catch(() => {
        this.forget();
        return undefined;
      });
      this.asked = { at: clock.now(), answer };
    }
    return this.asked.answer;
  }

  /** To be called when it has changed: after a task, with another provider or key. */
  forget(): void {
    this.asked = undefined;
  }
}
