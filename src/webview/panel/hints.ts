import type { NumberParameter, Parameter } from '../../core/api/model';
import type { Dialect } from '../../core/api/provider';
import type { Localizer } from '../../protocol/localizer';

/** What a field takes, in a few words below it. */
export function parameterHint(
  parameter: Parameter,
  dialect: Dialect,
  l10n: Localizer,
): string | undefined {
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
      return isNumber(parameter) ? limits(parameter, dialect, l10n) : undefined;
  }
}

function isNumber(parameter: Parameter): parameter is NumberParameter {
  return parameter.kind === 'integer' || parameter.kind === 'number';
}

function maxOf(parameter: Parameter): number {
  return isNumber(parameter) ? (parameter.max ?? 0) : 0;
}

function limits(parameter: NumberParameter, dialect: Dialect, l10n: Localizer): string | undefined {
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

/** What an empty field stands for. */
export function numberPlaceholder(parameter: NumberParameter, l10n: Localizer): string | undefined {
  if (parameter.default !== undefined) return String(parameter.default);
  if (parameter.required === true) return undefined;
  return parameter.name === 'seed' ? l10n.t('Random') : l10n.t('Automatic');
}

/** What one arrow key adds: a step that the service takes, and for sizes one that it keeps as it is. */
export function stepOf(parameter: NumberParameter, dialect: Dialect): number {
  if (parameter.step !== undefined) {
    return Math.max(parameter.step[dialect], parameter.step.hint ?? 1);
  }
  if (parameter.kind === 'integer') return 1;
  return (parameter.max ?? 10) <= 1 ? 0.05 : 0.5;
}

/** Where the arrow keys start in an empty field. */
export function startOf(parameter: NumberParameter): number {
  if (parameter.default !== undefined) return parameter.default;
  return parameter.step === undefined ? (parameter.min ?? 0) : 1024;
}
