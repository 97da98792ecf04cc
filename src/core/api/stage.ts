import type { Charged, Failure, FailureCode } from './failure';
import { GenerationFailure } from './failure';

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

/** A text with the key masked, for messages and log lines. */
export function withoutKey(text: string, key: string | undefined): string {
  return key === undefined || key === '' ? text : text.replaceAll(key, '***');
}
