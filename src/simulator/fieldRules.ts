import type {
  ChoiceParameter,
  NumberParameter,
  Parameter,
  RatioParameter,
} from '../core/api/model';
import type { Dialect } from '../core/api/provider';

/** What is wrong, in the words and types of pydantic, which the service's answers are made by. */
export interface ProblemText {
  readonly type: string;
  readonly msg: string;
  readonly ctx?: Readonly<Record<string, unknown>>;
}

/** Why the value does not fit its parameter; `undefined` when it does. Numbers as text are refused, stricter than pydantic. */
export function valueProblem(
  parameter: Parameter,
  value: unknown,
  dialect: Dialect,
): ProblemText | undefined {
  switch (parameter.kind) {
    case 'flag':
      return typeof value === 'boolean'
        ? undefined
        : { type: 'bool_type', msg: 'Input should be a valid boolean' };
    case 'choice':
      return choiceProblem(parameter, value);
    case 'ratio':
      return ratioProblem(parameter, value, dialect);
    case 'integer':
      return (
        numberProblem(value) ?? integerProblem(value) ?? rangeProblem(parameter, value, dialect)
      );
    case 'number':
      return numberProblem(value) ?? rangeProblem(parameter, value, dialect);
  }
}

/** Why the value is no number at all. */
export function numberProblem(value: unknown): ProblemText | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return undefined;
  return typeof value === 'string'
    ? {
        type: 'int_parsing',
        msg: 'Input should be a valid integer, unable to parse string as an integer',
      }
    : { type: 'int_type', msg: 'Input should be a valid integer' };
}

function integerProblem(value: unknown): ProblemText | undefined {
  if (Number.isInteger(value)) return undefined;
  const msg = 'Input should be a valid integer, got a number with a fractional part';
  return { type: 'int_from_float', msg };
}

function rangeProblem(
  { min, max, step }: NumberParameter,
  value: unknown,
  dialect: Dialect,
): ProblemText | undefined {
  const number = value as number;
  if (min !== undefined && number < min) {
    const msg = `Input should be greater than or equal to ${min}`;
    return { type: 'greater_than_equal', msg, ctx: { ge: min } };
  }
  if (max !== undefined && number > max) {
    const msg = `Input should be less than or equal to ${max}`;
    return { type: 'less_than_equal', msg, ctx: { le: max } };
  }
  if (step !== undefined && number % step[dialect] !== 0) {
    const msg = `Input should be a multiple of ${step[dialect]}`;
    return { type: 'multiple_of', msg, ctx: { multiple_of: step[dialect] } };
  }
  return undefined;
}

function choiceProblem({ values }: ChoiceParameter, value: unknown): ProblemText | undefined {
  if (typeof value === 'string' && values.includes(value)) return undefined;
  const quoted = values.map((one) => `'${one}'`);
  const expected = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
  return { type: 'enum', msg: `Input should be ${expected}`, ctx: { expected } };
}

function ratioProblem(
  { values, widest, narrowest }: RatioParameter,
  value: unknown,
  dialect: Dialect,
): ProblemText | undefined {
  const match = typeof value === 'string' ? /^(\d+):(\d+)$/.exec(value) : null;
  const ratio = match === null ? NaN : Number(match[1]) / Number(match[2]);
  // Divided apart, 21:9 and the bound may differ in their last bit.
  const inRange = ratio <= widest * (1 + 1e-9) && ratio >= narrowest * (1 - 1e-9);
  if (dialect === 'source' ? inRange : values.includes(String(value))) return undefined;
  return {
    type: 'value_error',
    msg: 'Value error, aspect ratio should be W:H between 21:9 and 9:21',
  };
}
