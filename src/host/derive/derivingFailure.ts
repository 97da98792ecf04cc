/** Why no file was made. */
export type DerivingProblem = 'unreadable' | 'too-large' | 'bad-recipe' | 'not-saved' | 'canceled';

/**
 * A file was not made. The message is for people and says that nothing was charged. Told apart by
 * `isDerivingFailure`, never by class: bundles may hold two copies.
 */
export class DerivingFailure extends Error {
  override readonly name = 'DerivingFailure';
  readonly charged = 'no';
  constructor(
    readonly problem: DerivingProblem,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Whether a caught value is a `DerivingFailure`. */
export function isDerivingFailure(error: unknown): error is DerivingFailure {
  return error instanceof Error && error.name === 'DerivingFailure' && 'problem' in error;
}
