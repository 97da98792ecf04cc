import type { RequestProblem } from '../core/api/request';
import type { Localizer } from './localizer';

/** Why a page does not send a draft: what `checkRequest` finds, and what the host would not take from a page. */
export type DraftProblem =
  RequestProblem | { readonly field: string; readonly kind: 'too-long'; readonly max: number };

/** One reason why a request cannot be sent, as a short sentence that says what to do. */
export function problemSentence(problem: DraftProblem, l10n: Localizer): string {
  switch (problem.kind) {
    case 'required':
      return required(problem.field, l10n);
    case 'not-a-number':
      return l10n.t('Enter a number.');
    case 'not-an-integer':
      return l10n.t('Enter a whole number.');
    case 'not-a-flag':
      return l10n.t('Choose on or off.');
    case 'not-text':
      return l10n.t('Enter text.');
    case 'too-small':
      return l10n.t('Enter {0} or more.', problem.min);
    case 'too-large':
      return l10n.t('Enter {0} or less.', problem.max);
    case 'too-long':
      return problem.field === 'prompt'
        ? l10n.t('Shorten the prompt to {0} characters at most.', problem.max)
        : l10n.t('Shorten this to {0} characters at most.', problem.max);
    case 'off-step':
      return l10n.t('Enter a multiple of {0}: the service takes no others.', problem.step);
    case 'not-a-choice':
      return l10n.t('Choose one of these: {0}.', problem.values.join(', '));
    case 'ratio-out-of-range':
      return l10n.t('Enter width:height between 21:9 and 9:21, such as 16:9.');
    case 'none-positive':
      return l10n.t('Enter a number above 0 for at least one side.');
    case 'not-taken':
      return l10n.t('{0} does not take this.', problem.model);
    case 'too-few-references':
      return problem.required === 1
        ? l10n.t('Add an image: this model works on one.')
        : l10n.t('Add images: this model works on {0}.', problem.required);
    case 'too-many-references':
      return problem.max === 1
        ? l10n.t('Keep one image only: this model takes no more.')
        : l10n.t('Keep {0} images at most: this model takes no more.', problem.max);
  }
}

function required(field: string, l10n: Localizer): string {
  switch (field) {
    case 'prompt':
      return l10n.t('Describe the picture first.');
    case 'model':
      return l10n.t('Enter the id of a model, such as flux-2-pro.');
    default:
      return l10n.t('Enter a value.');
  }
}
