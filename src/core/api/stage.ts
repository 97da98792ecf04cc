import type { Charged, Failure, FailureCode } from './failure';
import { GenerationFailure } from './failure';
import { withoutKey } from './keyMask';

/** How far one picture is: what a failure at this point means for the money. */
export interface Stage {
  readonly charged: Charged;
  readonly taskId?: string;
}

/** The failure of one picture at a stage. `key` is cut out of all words, which may repeat it. */
export function fail(
  stage: Stage,
  code: FailureCode,
  facts: Omit<Failure, 'code' | 'charged' | 'taskId'> & { readonly charged?: Charged } = {},
  key?: string,
): GenerationFailure {
  return new GenerationFailure({
    ...stage,
    code,
    ...facts,
    ...(facts.reason !== undefined && { reason: withoutKey(facts.reason, key) }),
    ...(facts.cause !== undefined && { cause: withoutKey(facts.cause, key) }),
    ...(facts.fields !== undefined && {
      fields: facts.fields.map(({ field, message }) => ({
        field: withoutKey(field, key),
        message: withoutKey(message, key),
      })),
    }),
  });
}
