import type { NumberParameter, Parameter } from '../../core/api/model';
import type { Dialect } from '../../core/api/provider';
import type { Localizer } from '../../protocol/localizer';

/** Whether a field holds a number. */
export function isNumber(parameter: Parameter): parameter is NumberParameter {
  return parameter.kind === 'integer' || parameter.kind === 'number';
}

/** What an empty field stands for. */
export function numberPlaceholder(parameter: NumberParameter, l10n: Localizer): string | undefined {
  if (parameter.default !== undefined) return String(parameter.default);
  if (parameter.required === true) return undefined;
  return parameter.name === 'seed' ? l10n.t('Random') : l10n.t('Automatic');
}

/** What one arrow key adds: a step that the service takes, and for sizes the one that it recommends. */
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
