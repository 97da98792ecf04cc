import type { Failure } from '../api/failure';
import type { FailedState } from './task';

/** What a person can still do about a task that ended without its file. */
export type TaskRemedy =
  /** Ask the provider for the balance, to see whether it was charged. */
  | 'checkBalance'
  /** Make it once more, as a new task that may be charged. */
  | 'sendAgain'
  /** Ask the service for the picture again; free. */
  | 'fetchTask'
  /** Put the kept picture into a place of the person's choice. */
  | 'saveTaskTo';

/** Ends after which the service can still have the picture. */
const fetchable: readonly string[] = [
  'auth',
  'bad-image',
  'canceled',
  'insufficient-credits',
  'network',
  'result-expired',
  'server',
  'task-not-found',
  'timeout',
];

/** What can be done about a failed task, the most helpful first; empty where generating anew is all that is left. */
export function remediesFor({ failure, created, hasCredits }: FailedState): readonly TaskRemedy[] {
  if (failure.code === 'save-failed' && failure.keptAt !== undefined) return ['saveTaskTo'];
  if (created !== undefined) {
    return mayHavePicture(failure) ? ['fetchTask'] : [];
  }
  if (failure.charged === 'no') return [];
  return hasCredits === true ? ['checkBalance', 'sendAgain'] : ['sendAgain'];
}

/**
 * Also where the task was Ready and its link missing, and where something unforeseen happened on our own side: asking
 * again is free.
 */
function mayHavePicture({ code, detail, cause, httpStatus }: Failure): boolean {
  const isOurs = cause !== undefined && httpStatus === undefined;
  const isFailed = code === 'task-failed' && (detail === 'no-sample' || isOurs);
  return isFailed || code === 'save-failed' || fetchable.includes(code);
}
