import type { Parameter } from '../../core/api/model';
import type { Dialect } from '../../core/api/provider';
import type { Localizer } from '../../protocol/localizer';
import { isNumber } from './numberParameter';

/** What a field does, in a few words below it, where its label does not say it all. */
export function meaningHint(parameter: Parameter, l10n: Localizer): string | undefined {
  switch (parameter.name) {
    case 'prompt_upsampling':
    case 'disable_pup':
      return l10n.t('Adds detail to your words');
    case 'raw':
      return l10n.t('Less processed, more natural');
    case 'grounding':
      return l10n.t('Your prompt goes to a web search');
    case 'auto_crop':
      return l10n.t('Crops what lies outside the canvas');
    case 'safety_tolerance':
      return l10n.t('0 strictest – {0} most permissive', maxOf(parameter));
    case 'seed':
      return l10n.t('Same seed, same picture');
    default:
      return undefined;
  }
}

function maxOf(parameter: Parameter): number {
  return isNumber(parameter) ? (parameter.max ?? 0) : 0;
}

/** Which numbers a field takes, where it has limits. */
export function limitsHint(
  parameter: Parameter,
  dialect: Dialect,
  l10n: Localizer,
): string | undefined {
  if (!isNumber(parameter)) return undefined;
  const { min, max } = parameter;
  const step = parameter.step?.[dialect] ?? 1;
  if (min === undefined) return undefined;
  if (max === undefined) {
    return step > 1
      ? l10n.t('{0} or more, in steps of {1}', min, step)
      : l10n.t('{0} or more', min);
  }
  return step > 1
    ? l10n.t('{0}–{1}, in steps of {2}', min, max, step)
    : l10n.t('{0}–{1}', min, max);
}
