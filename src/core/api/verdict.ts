import type { FinishedTask } from './client';
import type { Answer, NoAnswer } from './exchange';
import type { Charged, Failure, FailureCode } from './failure';
import { reasonOf, reasonOfDetails } from './reasons';
import type { PolledTask } from './wire';
import { parsePolled } from './wire';

/** What one poll says of a task. */
type Verdict =
  | { readonly kind: 'finished'; readonly task: FinishedTask }
  | {
      readonly kind: 'running';
      readonly status: string;
      readonly progress?: number;
      /** False where the status is not one of those that are known. */
      readonly known: boolean;
    }
  /** Not there, or not yet there. */
  | { readonly kind: 'missing'; readonly facts: Facts }
  /** Nothing is known of the task; ask again. */
  | { readonly kind: 'retry'; readonly retryAfter?: string; readonly facts: Facts }
  | {
      readonly kind: 'failed';
      readonly code: FailureCode;
      /** The status, where a task says it; absent where the poll itself was refused. */
      readonly status?: string;
      /** Whether it is of those that are not charged where the provider refunds. */
      readonly refundable: boolean;
      readonly facts: Facts;
    };

type Facts = Pick<Failure, 'reason' | 'cause' | 'fields' | 'httpStatus' | 'detail'>;

const runningStatuses = ['Pending', 'Reasoning', 'Generating'];

const failedStatuses: ReadonlyMap<string, FailureCode> = new Map([
  ['Request Moderated', 'request-moderated'],
  ['Content Moderated', 'content-moderated'],
  ['Error', 'task-failed'],
  ['Failed', 'task-failed'],
]);

/**
 * Judges one answer to a poll: by the task's status where the body has a known one, whatever the HTTP
 * code (failed tasks come with 422 and 503, bfl-api.md §1.4), then by the HTTP code. A status that
 * nobody knows means that the task still runs: the set has grown before.
 */
export function judge(answer: Answer | NoAnswer): Verdict {
  if (answer.kind === 'no answer') return { kind: 'retry', facts: { cause: answer.cause } };
  const task = parsePolled(answer.json);
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const known = task === undefined ? undefined : judgeStatus(task, answer.status);
  if (known !== undefined) return known;
  if (task !== undefined && isSuccess) return running(task, false);
  return judgeHttp(answer);
}

function judgeStatus(task: PolledTask, httpStatus: number): Verdict | undefined {
  const { status, details, finished } = task;
  if (runningStatuses.includes(status)) return running(task, true);
  if (status === 'Task not found') return { kind: 'missing', facts: { httpStatus } };
  if (status === 'Ready') {
    if (finished !== undefined) return { kind: 'finished', task: finished };
    const facts = { httpStatus, detail: 'no-sample' } as const;
    return { kind: 'failed', code: 'task-failed', status, refundable: false, facts };
  }
  const code = failedStatuses.get(status);
  if (code === undefined) return undefined;
  const reason = reasonOfDetails(details);
  const facts = { httpStatus, ...(reason !== undefined && { reason }) };
  return { kind: 'failed', code, status, refundable: true, facts };
}

function running({ status, progress }: PolledTask, known: boolean): Verdict {
  return { kind: 'running', status, known, ...(progress !== undefined && { progress }) };
}

function judgeHttp({ status, json, text, retryAfter }: Answer): Verdict {
  const facts = { httpStatus: status, ...reasonOf(json, text) };
  const refused = (code: FailureCode) =>
    ({ kind: 'failed', code, refundable: false, facts }) as const;
  if (status === 401 || status === 403) return refused('auth');
  if (status === 402) return refused('insufficient-credits');
  if (status === 404 || status === 410) return { kind: 'missing', facts };
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess || status === 408 || status === 429 || status >= 500) {
    return { kind: 'retry', facts, ...(retryAfter !== undefined && { retryAfter }) };
  }
  return refused('server');
}

/** Whether a task that ended this way was paid. */
export function chargedFor(
  verdict: Extract<Verdict, { kind: 'failed' }>,
  refunds: boolean,
): Charged {
  return verdict.refundable && refunds ? 'no' : 'unknown';
}
