import type { NumberParameter, Parameter, RatioParameter } from './model';
import type { Provider } from './provider';
import type { RequestProblem } from './request';

/** What is wrong with one set value; nothing or one problem. */
export function checkParameter(
  parameter: Parameter,
  value: unknown,
  provider: Provider,
): readonly RequestProblem[] {
  const field = parameter.name;
  switch (parameter.kind) {
    case 'integer':
    case 'number':
      return checkNumber(parameter, value, provider);
    case 'flag':
      return typeof value === 'boolean' ? [] : [{ field, kind: 'not-a-flag' }];
    case 'choice':
      return isOneOf(parameter.values, value)
        ? []
        : [{ field, kind: 'not-a-choice', values: parameter.values }];
    case 'ratio':
      return checkRatio(parameter, value, provider);
  }
}

/** Whether a value is there to be sent; `null` stands for unset, as in the API itself. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function checkNumber(
  parameter: NumberParameter,
  value: unknown,
  provider: Provider,
): readonly RequestProblem[] {
  const field = parameter.name;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [{ field, kind: 'not-a-number' }];
  const whole = parameter.kind === 'integer';
  if (whole && !Number.isInteger(value)) return [{ field, kind: 'not-an-integer' }];
  // Larger integers would not arrive as they were typed.
  const min = parameter.min ?? (whole ? Number.MIN_SAFE_INTEGER : -Infinity);
  const max = parameter.max ?? (whole ? Number.MAX_SAFE_INTEGER : Infinity);
  const step = stepAt(parameter, provider);
  const lowest = step === undefined ? min : Math.ceil(min / step) * step;
  const highest = step === undefined ? max : Math.floor(max / step) * step;
  if (value < min) return [{ field, kind: 'too-small', min, nearest: lowest }];
  if (value > max) return [{ field, kind: 'too-large', max, nearest: highest }];
  if (step === undefined || value % step === 0) return [];
  const rounded = Math.round(value / step) * step;
  const nearest = Math.min(Math.max(rounded, lowest), highest);
  return [{ field, kind: 'off-step', step, nearest }];
}

/** The step in px that this provider insists on; `undefined` where any value goes. */
export function stepAt(parameter: NumberParameter, provider: Provider): number | undefined {
  if (parameter.step === undefined) return undefined;
  const step = provider.dialect === 'relay' ? parameter.step.relay : parameter.step.source;
  return step > 1 ? step : undefined;
}

function checkRatio(
  parameter: RatioParameter,
  value: unknown,
  provider: Provider,
): readonly RequestProblem[] {
  const field = parameter.name;
  if (typeof value !== 'string') return [{ field, kind: 'not-text' }];
  if (isOneOf(parameter.values, value)) return [];
  if (provider.dialect === 'relay') {
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
