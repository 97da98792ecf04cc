import type { Failure } from '../api/failure';
import type { Provider } from '../api/provider';
import {
  ended,
  inState,
  type EndedState,
  type JournalEntry,
  type JournalState,
} from './journalEntry';

/** A task that nobody hears of is asked for again by itself this long after it was ordered. In ms. */
const LOST_NETWORK_MS = 60 * 60_000;

/**
 * Where a task goes on whose window is gone. `provider` is what the settings name now for the entry's provider id;
 * `undefined` where they name nothing that can be used. An entry that has ended or is saved stays as it is; one in
 * `saving` is one whose file did not get its name.
 */
export function afterCrash(
  entry: JournalEntry,
  provider: Provider | undefined,
  now: number,
): JournalEntry {
  const { state, order } = entry;
  if (state.phase === 'ended' || state.phase === 'saved') return entry;
  const isElsewhere = provider?.baseUrl !== order.baseUrl;
  // Its simulator died with it, and costs nothing: the picture is made again.
  if (order.provider === 'demo' && isElsewhere && provider !== undefined) {
    return inState(
      { ...entry, order: { ...order, baseUrl: provider.baseUrl } },
      { phase: 'queued' },
    );
  }
  if (state.phase === 'sending') {
    const failure = { code: 'network', charged: 'unknown', detail: 'interrupted' } as const;
    return inState(entry, ended(state, failure, now));
  }
  if (state.phase === 'queued' && order.hadImages) {
    const failure = { code: 'canceled', charged: 'no', detail: 'images-gone' } as const;
    return inState(entry, ended(state, failure, now));
  }
  if (isElsewhere) return inState(entry, ended(state, atAnotherService(state), now));
  return entry;
}

/** The task is at the service that took it; no other may be asked for it, nor see that one's key. */
function atAnotherService(state: JournalState): Failure {
  const isPaid = state.phase === 'ready' || state.phase === 'saving';
  const charged = state.phase === 'queued' ? 'no' : isPaid ? 'yes' : 'unknown';
  const taskId = 'created' in state ? state.created.id : undefined;
  return {
    code: 'task-not-found',
    charged,
    detail: 'provider-changed',
    ...(taskId === undefined ? {} : { taskId }),
  };
}

/**
 * Where an ended task goes on when it is asked for again: at its download where it was Ready, else at its poll.
 * `undefined` where the service never took it.
 */
export function askedAgain(
  { created, finished }: EndedState,
  now: number,
): JournalState | undefined {
  if (created === undefined) return undefined;
  return finished === undefined
    ? { phase: 'running', at: now, created }
    : { phase: 'ready', at: now, created, finished };
}

/** How a task ends of which nothing is heard; the last where a link was dead and nobody gave a fresh one. */
const unheardEnds: readonly string[] = ['timeout', 'network', 'result-expired'];

/** Whether a task ended only because the network was gone, so that it goes on by itself when it is back. */
export function endedByNetworkLoss({ order, state }: JournalEntry, now: number): boolean {
  if (state.phase !== 'ended' || state.created === undefined) return false;
  const { code, cause, httpStatus } = state.failure;
  const wasUnheard = cause !== undefined && httpStatus === undefined;
  const isRecent = now - order.orderedAt < LOST_NETWORK_MS;
  return wasUnheard && isRecent && unheardEnds.includes(code);
}
