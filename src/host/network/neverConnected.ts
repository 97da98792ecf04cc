/**
 * A connection that was never made, whatever stood in the way: a name, a proxy, a certificate. What waited for it was
 * not sent. It carries no `code`: after some codes undici's client connects again at once, and for ever.
 */
export class NeverConnected extends Error {
  override readonly name = 'NeverConnected';

  /** `where` is what could not be reached, where that isn't plain from the cause. */
  constructor(cause: unknown, where = '') {
    super([where, wordsOf(cause)].filter((part) => part !== '').join(': '), { cause });
  }
}

/** What an error says; a host with several addresses fails with one error for each and has no words itself. */
function wordsOf(error: unknown): string {
  if (error instanceof Error && error.message !== '') return error.message;
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(', ');
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
