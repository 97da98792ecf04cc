import { describe, expect, it } from 'vitest';
import type { Model, Parameter } from '../../../src/core/api/model';
import { findModel } from '../../../src/core/api/models';
import document from './openapi-2026-04.json';

// openapi-2026-04.json is the source's OpenAPI document of April 2026, reduced to each model's fields
// with type, range, step, values, default and whether it is required.

interface Field {
  readonly type?: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly multipleOf?: number | undefined;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly required?: boolean;
}
type Fields = Readonly<Record<string, Field>>;

const source: Readonly<Record<string, Fields>> = document;

/** Fields of the document that the catalogue leaves out. */
const leftOut: readonly string[] = [
  'prompt', // a part of every row, compared below
  'webhook_url', // its answer would go to a server, which an editor has not
  'webhook_secret',
  'input_image_blob_path', // internal to the service
];

// Absent from the April document only: in the specs before 14 April, and again since August.
const disablePup = { disable_pup: { type: 'boolean', default: false } };

/** Where the catalogue knows better than that document. */
const differences: Readonly<Record<string, Fields>> = {
  'flux-2-pro': disablePup,
  'flux-2-pro-preview': disablePup,
  'flux-2-max': disablePup,
};

/** The schema's default of 0 breaks its own minimum of 64; it stands for: the service chooses. */
function withoutImpossibleDefault(field: Field): Field {
  const isImpossible = field.default === 0 && field.min === 64;
  return isImpossible ? { ...field, default: undefined } : field;
}

function fieldOf(parameter: Parameter): Field {
  switch (parameter.kind) {
    case 'integer':
    case 'number': {
      const { kind, min, max, step } = parameter;
      const multipleOf = step !== undefined && step.source > 1 ? step.source : undefined;
      return { type: kind, min, max, multipleOf, default: parameter.default };
    }
    case 'flag':
      return { type: 'boolean', default: parameter.default };
    case 'choice':
      return { type: 'string', enum: parameter.values, default: parameter.default };
    case 'ratio':
      return { type: 'string', default: parameter.default };
  }
}

function fieldsOf({ parameters, references }: Model): Fields {
  return Object.fromEntries<Field>([
    ...parameters.map((parameter) => [parameter.name, fieldOf(parameter)] as const),
    ...references.fields.map(
      (name, index) =>
        [
          name,
          index < references.required ? { type: 'string', required: true } : { type: 'string' },
        ] as const,
    ),
  ]);
}

describe('the catalogue against the source’s document of April 2026', () => {
  it.each(Object.entries(source))('%s takes the same fields, ranges and defaults', (id, fields) => {
    const model = findModel(id);
    const expected = Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => !leftOut.includes(name))
        .map(([name, field]) => [name, withoutImpossibleDefault(field)]),
    );
    expect(model && fieldsOf(model)).toEqual({ ...expected, ...differences[id] });
  });

  it('asks for a prompt where the document does, and for FLUX.1, where an empty one is a slip', () => {
    const needed = Object.entries(source).filter(([, { prompt }]) => prompt?.required === true);
    const flux1 = ['flux-pro-1.1', 'flux-pro-1.1-ultra', 'flux-dev'];
    const asked = Object.keys(source).filter((id) => findModel(id)?.prompt === 'required');
    expect(new Set(asked)).toEqual(new Set([...needed.map(([id]) => id), ...flux1]));
  });

  it('covers the fourteen models of the document', () => {
    expect(Object.keys(source)).toHaveLength(14);
  });
});
