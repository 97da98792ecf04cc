import { findModel, models } from './models';
import type { Model, Parameter } from './model';
import { checkParameter, isSet } from './parameterCheck';
import type { Dialect } from './provider';
import { checkReferences, imageFields, withoutImages } from './references';

/** What a person or an extension asks for, before it is one model's request body. */
export interface ImageRequest {
  readonly prompt: string;
  /** The API's own names; a value that is left out, `undefined` or `null` is not sent. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** How many reference images go with it; their bytes join in `requestBody`. */
  readonly referenceCount: number;
}

/** One reason why a request cannot be sent, at one field (an API name, `prompt` or `references`). */
export type RequestProblem = { readonly field: string } & (
  | { readonly kind: 'required' }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-an-integer' }
  | { readonly kind: 'not-a-flag' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'too-small'; readonly min: number; readonly nearest: number }
  | { readonly kind: 'too-large'; readonly max: number; readonly nearest: number }
  | { readonly kind: 'off-step'; readonly step: number; readonly nearest: number }
  | { readonly kind: 'not-a-choice'; readonly values: readonly string[] }
  | { readonly kind: 'ratio-out-of-range' }
  | { readonly kind: 'none-positive'; readonly fields: readonly string[] }
  | { readonly kind: 'not-taken'; readonly model: string }
  | { readonly kind: 'too-few-references'; readonly required: number }
  | { readonly kind: 'too-many-references'; readonly max: number }
);

/** Why `request` cannot be sent to `model` in a provider's dialect; empty when it can. Never throws. */
export function checkRequest(
  model: Model,
  dialect: Dialect,
  request: ImageRequest,
): readonly RequestProblem[] {
  const { parameters } = request;
  return [
    ...checkPrompt(model, request.prompt),
    ...model.parameters.flatMap((parameter) =>
      isSet(parameters[parameter.name])
        ? checkParameter(parameter, parameters[parameter.name], dialect)
        : missing(parameter),
    ),
    ...checkAnyPositive(model, parameters),
    ...checkOtherFields(model, parameters),
    ...checkReferences(model.references, request),
  ];
}

/** The JSON body: the prompt, set parameters only, and `references` (bare base64) under the model's field names. */
export function requestBody(
  model: Model,
  request: ImageRequest,
  references: readonly string[],
): Record<string, unknown> {
  const plain = Object.entries(withoutImages(model, request.parameters)).filter(([, value]) =>
    isSet(value),
  );
  const sendsPrompt =
    model.prompt === 'required' || (model.prompt === 'optional' && request.prompt.trim() !== '');
  // Object.fromEntries, not assignment: a field called `__proto__` stays a field.
  return Object.fromEntries<unknown>([
    ...(sendsPrompt ? [['prompt', request.prompt] as const] : []),
    ...plain,
    ...imageFields(model.references, request.parameters, references),
  ]);
}

/**
 * The panel's typed values as API parameters: what is unset or a flag's default is left out, switches
 * that mean the opposite of their field are turned, and text that is no number stays for `checkRequest`.
 */
export function parametersFromDraft(
  model: Model,
  values: Readonly<Record<string, string | boolean>>,
): Record<string, unknown> {
  return Object.fromEntries(
    model.parameters
      .map((parameter) => [parameter.name, fromDraft(parameter, values[parameter.name])] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function fromDraft(parameter: Parameter, typed: string | boolean | undefined): unknown {
  const text = typeof typed === 'string' ? typed.trim() : typed;
  if (text === undefined || text === '') return undefined;
  switch (parameter.kind) {
    case 'integer':
    case 'number':
      return typeof text === 'string' && decimal.test(text) ? Number(text) : text;
    case 'flag': {
      const on = text === true || text === 'true';
      const value = parameter.inverse ? !on : on;
      return value === parameter.default ? undefined : value;
    }
    case 'choice':
    case 'ratio':
      return text;
  }
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function checkPrompt(model: Model, prompt: unknown): RequestProblem[] {
  if (typeof prompt !== 'string') return [{ field: 'prompt', kind: 'not-text' }];
  return model.prompt === 'required' && prompt.trim() === ''
    ? [{ field: 'prompt', kind: 'required' }]
    : [];
}

function missing(parameter: Parameter): RequestProblem[] {
  return 'required' in parameter ? [{ field: parameter.name, kind: 'required' }] : [];
}

function checkAnyPositive(
  model: Model,
  parameters: ImageRequest['parameters'],
): readonly RequestProblem[] {
  const fields = model.anyPositive ?? [];
  const [first] = fields;
  const satisfied = fields
    .map((field) => parameters[field])
    // What is no number has a problem of its own.
    .some((value) => isSet(value) && (typeof value !== 'number' || value !== 0));
  return first === undefined || satisfied ? [] : [{ field: first, kind: 'none-positive', fields }];
}

/** Fields whose answer would go to a server of the caller's, which an editor has not. */
const webhooks = ['webhook_url', 'webhook_secret'];

const catalogueFields = new Set(
  models.flatMap((model) => [
    ...model.parameters.map((parameter) => parameter.name),
    ...model.references.fields,
  ]),
);

/**
 * Fields that are no parameter of this model. What only other models take is refused, for the service
 * would ignore it in silence; what no model is known to take is the service's to judge, except where it
 * is strict. A model that the catalogue does not know takes what it takes.
 */
function checkOtherFields(
  model: Model,
  parameters: ImageRequest['parameters'],
): readonly RequestProblem[] {
  const taken = new Set([
    ...model.parameters.map((parameter) => parameter.name),
    ...model.references.fields,
    ...(model.passes ?? []),
  ]);
  const known = findModel(model.id) !== undefined;
  return Object.entries(parameters)
    .filter(([name, value]) => isSet(value) && !taken.has(name))
    .filter(
      ([name]) =>
        webhooks.includes(name) ||
        name === 'prompt' ||
        model.strict ||
        (known && catalogueFields.has(name)),
    )
    .map(([field]) => ({ field, kind: 'not-taken', model: model.id }));
}
