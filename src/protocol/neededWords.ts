import type { Failure } from '../core/api/failure';
import { failureSentence } from './failureWords';
import type { Localizer } from './localizer';

/** How the order of one needed image ended; files by the names that people know them by. */
export type NeededOutcome =
  | {
      readonly kind: 'made';
      readonly wanted: string;
      readonly file: string;
      readonly unchanged: number;
    }
  | { readonly kind: 'there'; readonly wanted: string }
  | { readonly kind: 'failed'; readonly wanted: string; readonly failure: Failure }
  | {
      readonly kind: 'unmade';
      readonly wanted: string;
      readonly original: string;
      readonly cause: string;
    };

/** All outcomes in a few sentences: what is saved, what is not and why, whether money was spent, what to do. */
export function neededWords(outcomes: readonly NeededOutcome[], l10n: Localizer): string {
  const failures = outcomes.filter((one) => one.kind === 'failed').map(({ failure }) => failure);
  return [
    counts(outcomes, l10n),
    ...outcomes.flatMap((outcome) => remarks(outcome, l10n)),
    // Many that failed alike are told once.
    ...new Set(failures.map((failure) => failureSentence(failure, l10n))),
  ].join(' ');
}

/** `12 saved, 1 not.`; a single one by its name. */
function counts(outcomes: readonly NeededOutcome[], l10n: Localizer): string {
  const saved = outcomes.filter((one) => one.kind === 'made');
  const [only, another] = outcomes;
  if (only !== undefined && another === undefined) {
    return only.kind === 'made'
      ? l10n.t('Saved {0}.', only.file)
      : l10n.t('{0} was not generated.', only.wanted);
  }
  return saved.length === outcomes.length
    ? l10n.t('{0} images saved.', saved.length)
    : l10n.t('{0} saved, {1} not.', saved.length, outcomes.length - saved.length);
}

function remarks(outcome: NeededOutcome, l10n: Localizer): readonly string[] {
  switch (outcome.kind) {
    case 'made':
      return [
        ...(outcome.file === outcome.wanted
          ? []
          : [
              l10n.t(
                '{0} had appeared meanwhile, so the picture is {1}.',
                outcome.wanted,
                outcome.file,
              ),
            ]),
        ...(outcome.unchanged === 0
          ? []
          : [
              l10n.t(
                'A reference could not be changed, because the code around it is another by now or takes web addresses alone. It does not name {0} yet: insert it by hand.',
                outcome.file,
              ),
            ]),
      ];
    case 'there':
      return [
        l10n.t('{0} is there already and was left as it is. Nothing was charged.', outcome.wanted),
      ];
    case 'failed':
      return [];
    case 'unmade':
      return [unmadeSentence(outcome, l10n)];
  }
}

/** That the file was not made of the picture that was paid for, and what to do. */
export function unmadeSentence(
  unmade: { readonly original: string; readonly wanted: string; readonly cause: string },
  l10n: Localizer,
): string {
  return l10n.t(
    'The picture is paid for and saved as {0}, but {1} could not be made of it ({2}). Make Files makes it again for free.',
    unmade.original,
    unmade.wanted,
    unmade.cause,
  );
}
