/** Turns English sentences into the editor's language; the host's and the pages' words all pass through one. */
export interface Localizer {
  /** `{0}`, `{1}`, … in the sentence stand for the arguments. */
  t(message: string, ...args: readonly (string | number)[]): string;
}

/** A localizer over a bundle of translations; without one it speaks English. */
export function createLocalizer(bundle: Readonly<Record<string, string>> = {}): Localizer {
  return {
    t: (message, ...args) =>
      (bundle[message] ?? message).replace(/\{(\d+)\}/g, (whole, index: string) => {
        const arg = args[Number(index)];
        return arg === undefined ? whole : String(arg);
      }),
  };
}
