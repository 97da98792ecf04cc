import type { StateMessage } from './page';
import { changeOf } from './stateChange';

/** What a page is told of states: the first one whole, then of each what is other than in the one before. */
export class StateFeed<State extends object> {
  private version = 0;
  private sent: State | undefined;

  /** The page has been loaded anew and knows nothing. */
  reset(): void {
    this.sent = undefined;
  }

  /** The message that brings the page to this state. */
  next(state: State): StateMessage<State> {
    const before = this.sent;
    this.sent = state;
    const since = this.version;
    const version = (this.version += 1);
    return before === undefined
      ? { type: 'state', version, state }
      : { type: 'change', version, since, change: changeOf(before, state) };
  }
}
