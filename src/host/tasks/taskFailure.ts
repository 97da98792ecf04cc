import { GenerationFailure, isGenerationFailure, type Failure } from '../../core/api/failure';
import { knownOf, type JournalState } from '../../core/tasks/journalEntry';

/** Nothing is sent that cannot be noted. */
export function notNoted(error: unknown): GenerationFailure {
  const failure = { code: 'save-failed', charged: 'no', detail: 'not-noted' } as const;
  return new GenerationFailure({ ...failure, cause: String(error) }, { cause: error });
}

/** How it failed, with the id where there is one. What nobody foresaw may have come after it was paid for. */
export function failureOf(error: unknown, state: JournalState): Failure {
  const { created, finished } = knownOf(state);
  const failure: Failure = isGenerationFailure(error)
    ? error.failure
    : {
        code: 'task-failed',
        charged: finished !== undefined ? 'yes' : state.phase === 'queued' ? 'no' : 'unknown',
        cause: String(error),
      };
  return created === undefined ? failure : { taskId: created.id, ...failure };
}
