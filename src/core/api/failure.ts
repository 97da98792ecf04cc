import type { BudgetLimit } from '../money/budget';
import type { RequestProblem } from './request';

/** What happened, for code: product.md has the table of them. */
export type FailureCode =
  | 'invalid-request'
  | 'auth'
  | 'insufficient-credits'
  | 'rate-limited'
  | 'request-moderated'
  | 'content-moderated'
  | 'task-not-found'
  | 'task-failed'
  | 'timeout'
  | 'network'
  | 'server'
  | 'result-expired'
  | 'bad-image'
  | 'save-failed'
  | 'budget'
  | 'canceled';

/** Whether the picture was paid for (product.md, the table under the extension's API). */
export type Charged = 'no' | 'yes' | 'unknown';

/** How one generation ended when it did not end in a file: data that `protocol/failureWords.ts` turns into words. */
export interface Failure {
  readonly code: FailureCode;
  readonly charged: Charged;
  /** The service's own reason, verbatim. */
  readonly reason?: string;
  /** What our own side says of it: the words of a connection, a file system or an internal error, or the file's name. */
  readonly cause?: string;
  /** The service's words about single fields: a 422's `loc` (joined with dots, without `body`) and `msg`. */
  readonly fields?: readonly FieldReason[];
  /** What the check before sending found. */
  readonly problems?: readonly RequestProblem[];
  /** Which of several ways to this code it was, where the words differ. */
  readonly detail?: FailureDetail;
  /** The HTTP status that decided it. */
  readonly httpStatus?: number;
  readonly taskId?: string;
  /** The limit that a refused order would have passed. */
  readonly budget?: BudgetLimit;
  /** Where the bytes of a picture lie that could not be saved, as a URI. */
  readonly keptAt?: string;
}

/** One of several ways to a code. */
export type FailureDetail =
  | 'no-key'
  | 'bad-base-url'
  | 'unknown-model'
  | 'not-json'
  | 'no-sample'
  | 'refused-link'
  | 'not-an-image'
  | 'too-large'
  | 'outside-workspace'
  | 'no-folder'
  | 'reference-unreadable'
  /** The editor ended while the request was on its way. */
  | 'interrupted'
  /** The task could not be noted on disk before it was to be sent. */
  | 'not-noted'
  /** The task is at another address than the settings name. */
  | 'provider-changed'
  /** A queued task's images were not kept over a reload. */
  | 'images-gone';

/** The service's words about one field. */
export interface FieldReason {
  /** The API's name, dotted where it is nested; empty where the service names none. */
  readonly field: string;
  readonly message: string;
}

/** Carries a `Failure` through promises. Told apart by `isGenerationFailure`, never by class: bundles may hold two copies. */
export class GenerationFailure extends Error {
  override readonly name = 'GenerationFailure';
  constructor(
    readonly failure: Failure,
    options?: { cause?: unknown },
  ) {
    super([failure.code, ...words(failure)].join(': '), options);
  }
}

/** Whether a caught value is a `GenerationFailure`. */
export function isGenerationFailure(error: unknown): error is GenerationFailure {
  return error instanceof Error && error.name === 'GenerationFailure' && 'failure' in error;
}

/** What a thrown value says of itself, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}

/** A 422's words about one field as one line: `width: Input should be …`. */
export function fieldReasonLine({ field, message }: FieldReason): string {
  return field === '' ? message : `${field}: ${message}`;
}

function words({ reason, fields = [], cause }: Failure): readonly string[] {
  const all = [reason, ...fields.map(fieldReasonLine), cause].filter((line) => line !== undefined);
  return all.length === 0 ? [] : [all.join('; ')];
}
