import type { Model } from '../core/api/model';
import type { Dialect } from '../core/api/provider';
import { numberProblem, valueProblem, type ProblemText } from './fieldRules';

/** One entry of a 422's `detail`, as FastAPI writes it. */
interface ValidationProblem extends ProblemText {
  readonly loc: readonly (string | number)[];
}

/** Why the service would refuse the body; empty when it would not. */
export function validate(
  model: Model,
  body: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly ValidationProblem[] {
  return [
    ...promptProblems(model, body),
    ...model.parameters.flatMap((parameter) => {
      const value = body[parameter.name];
      if (value === undefined || value === null) {
        const required = 'required' in parameter;
        return required ? [missing(parameter.name)] : [];
      }
      const problem = valueProblem(parameter, value, dialect);
      return problem === undefined ? [] : [at(parameter.name, problem)];
    }),
    ...imageProblems(model, body),
    ...areaProblems(model, body),
    ...borderProblems(model, body),
    ...unknownFields(model, body),
  ];
}

function promptProblems(
  model: Model,
  body: Readonly<Record<string, unknown>>,
): ValidationProblem[] {
  const { prompt } = body;
  if (model.prompt === 'none') return [];
  if (prompt === undefined || prompt === null) {
    return model.prompt === 'required' ? [missing('prompt')] : [];
  }
  if (typeof prompt !== 'string') return [at('prompt', notText)];
  if (model.prompt === 'required' && prompt.trim() === '') {
    return [
      at('prompt', {
        type: 'string_too_short',
        msg: 'String should have at least 1 character',
        ctx: { min_length: 1 },
      }),
    ];
  }
  return [];
}

function imageProblems(
  { references }: Model,
  body: Readonly<Record<string, unknown>>,
): ValidationProblem[] {
  const fields = [...new Set(references.fields)];
  const types = fields.flatMap((field) => {
    const value = body[field];
    if (value === undefined || value === null) return [];
    if (typeof value === 'string') return [];
    if (references.array !== true || !Array.isArray(value)) return [at(field, notText)];
    if (value.length > references.fields.length) {
      const max = references.fields.length;
      const msg = `List should have at most ${max} items after validation, not ${value.length}`;
      return [at(field, { type: 'too_long', msg, ctx: { max_length: max } })];
    }
    return value.flatMap((one, index) =>
      typeof one === 'string' ? [] : [{ ...notText, loc: ['body', field, index] }],
    );
  });
  const needed = fields.slice(0, references.required);
  return [...needed.filter((field) => isUnset(body[field])).map(missing), ...types];
}

function areaProblems(
  { maxOutputPixels = Infinity }: Model,
  body: Readonly<Record<string, unknown>>,
): ValidationProblem[] {
  const { width, height } = body;
  if (typeof width !== 'number' || typeof height !== 'number') return [];
  if (width * height <= maxOutputPixels) return [];
  const msg = `Value error, width * height should be at most ${maxOutputPixels} pixels`;
  return [{ loc: ['body'], type: 'value_error', msg }];
}

function borderProblems(
  { anyPositive }: Model,
  body: Readonly<Record<string, unknown>>,
): ValidationProblem[] {
  if (anyPositive === undefined) return [];
  if (anyPositive.some((name) => numberProblem(body[name]) === undefined && body[name] !== 0)) {
    return [];
  }
  const msg = `Value error, at least one of ${anyPositive.join(', ')} should be greater than 0`;
  return [{ loc: ['body'], type: 'value_error', msg }];
}

function unknownFields(model: Model, body: Readonly<Record<string, unknown>>): ValidationProblem[] {
  if (!model.strict) return [];
  const known = new Set([
    ...(model.prompt === 'none' ? [] : ['prompt']),
    ...model.parameters.map((parameter) => parameter.name),
    ...model.references.fields,
    ...(model.passes ?? []),
  ]);
  return Object.keys(body)
    .filter((name) => !known.has(name))
    .map((name) => at(name, { type: 'extra_forbidden', msg: 'Extra inputs are not permitted' }));
}

const notText: ProblemText = { type: 'string_type', msg: 'Input should be a valid string' };

function missing(field: string): ValidationProblem {
  return at(field, { type: 'missing', msg: 'Field required' });
}

function at(field: string, problem: ProblemText): ValidationProblem {
  return { loc: ['body', field], ...problem };
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
