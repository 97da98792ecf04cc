import type { NumberParameter, Parameter, RatioParameter } from './model';
import type { Dialect } from './provider';
import type { RequestProblem } from './request';

/** What is wrong with one set value; nothing or one problem. */
export function checkParameter(
  parameter: Parameter,
  value: unknown,
  dialect: Dialect,
): readonly RequestProblem[] {
  const field = parameter.name;
  switch (parameter.kind) {
    case 'integer':
    case 'number':
      return checkNumber(parameter, value, dialect);
    case 'flag':
      return typeof value === 'boolean' ? [] : [{ field, kind: 'not-a-flag' }];
    case 'choice':
      return isOneOf(parameter.values, value)
        ? []
        : [{ field, kind: 'not-a-choice', values: parameter.values }];
    case 'ratio':
      return checkRatio(parameter, value, dialect);
  }
}

/** Whether a value is there to be sent; `null` stands for unset, as in the API itself. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function checkNumber(
  parameter: NumberParameter,
  value: unknown,
  dialect: Dialect,
): readonly RequestProblem[] {
  const field = parameter.name;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [{ field, kind: 'not-a-number' }];
  const whole = parameter.kind === 'integer';
  if (whole && !Number.isInteger(value)) return [{ field, kind: 'not-an-integer' }];
  // Larger integers would not arrive as they were typed.
  const min = parameter.min ?? (whole ? Number.MIN_SAFE_INTEGER : -Infinity);
  const max = parameter.max ?? (whole ? Number.MAX_SAFE_INTEGER : Infinity);
  if (value < min) return [{ field, kind: 'too-small', min, nearest: min }];
  if (value > max) return [{ field, kind: 'too-large', max, nearest: max }];
  const step = stepAt(parameter, dialect);
  if (step === undefined || value % step === 0) return [];
  return [{ field, kind: 'off-step', step, nearest: Math.round(value / step) * step }];
}

/** The step in px that the dialect insists on; `undefined` where any value goes. */
function stepAt(parameter: NumberParameter, dialect: Dialect): number | undefined {
  if (parameter.step === undefined) return undefined;
  const step = dialect === 'relay' ? parameter.step.relay : parameter.step.source;
  return step > 1 ? step : undefined;
}

function checkRatio(
  parameter: RatioParameter,
  value: unknown,
  dialect: Dialect,
): readonly RequestProblem[] {
  const field = parameter.name;
  if (typeof value !== 'string') return [{ field, kind: 'not-text' }];
  if (isOneOf(parameter.values, value)) return [];
  if (dialect === 'relay') {
    return [{ field, kind: 'not-a-choice', values: parameter.values }];
  }
  const [, width, height] = /^0*([1-9]\d*):0*([1-9]\d*)$/.exec(value) ?? [];
  const ratio = Number(width) / Number(height);
  const within = ratio >= parameter.narrowest && ratio <= parameter.widest;
  return within ? [] : [{ field, kind: 'ratio-out-of-range' }];
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}
