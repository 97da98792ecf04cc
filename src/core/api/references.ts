import type { Model, References } from './model';
import { isSet } from './parameterCheck';
import type { ImageRequest, RequestProblem } from './request';

/**
 * Reference images come as files, or directly as text under the API's own field names (base64 or a URL).
 * Files fill, in order, the fields that are not given directly.
 */

type Parameters = ImageRequest['parameters'];

/** Whether there are as many images as the model needs and takes, and whether the direct ones are text. */
export function checkReferences(
  { fields, array, required }: References,
  { parameters, referenceCount }: ImageRequest,
): readonly RequestProblem[] {
  const direct = [...new Set(fields)].filter((field) => isSet(parameters[field]));
  const problems: RequestProblem[] = direct
    .filter((field) => !isImageText(parameters[field], array === true))
    .map((field) => ({ field, kind: 'not-text' }));
  const given = direct.flatMap((field) => parameters[field]).length;
  const lacking = array
    ? required - given - referenceCount
    : fields.slice(0, required).filter((field) => !direct.includes(field)).length - referenceCount;
  if (given + referenceCount > fields.length) {
    problems.push({ field: 'references', kind: 'too-many-references', max: fields.length });
  } else if (lacking > 0) {
    problems.push({ field: 'references', kind: 'too-few-references', required });
  }
  return problems;
}

/** `parameters` without the images that are given under the model's own field names: what is kept of a request. */
export function withoutImages(model: Model, parameters: Parameters): Parameters {
  const { fields } = model.references;
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !fields.includes(name)));
}

/** The body's image fields, each image as bare base64. */
export function imageFields(
  { fields, array }: References,
  parameters: Parameters,
  references: readonly string[],
): readonly (readonly [string, unknown])[] {
  if (array) {
    const [field = ''] = fields;
    const all = [parameters[field] ?? [], references].flat();
    return all.length === 0 ? [] : [[field, all.map(bare)]];
  }
  const left = [...references];
  return fields
    .map((field) => [field, bare(parameters[field] ?? left.shift())] as const)
    .filter(([, value]) => value !== undefined);
}

function isImageText(value: unknown, arrayToo: boolean): boolean {
  if (Array.isArray(value)) return arrayToo && value.every((one) => isImageText(one, false));
  return typeof value === 'string' && value.trim() !== '';
}

/** The service wants base64 without `data:image/png;base64,` before it (bfl-api.md §3.4). */
function bare(image: unknown): unknown {
  return typeof image === 'string' ? image.replace(/^data:[^,]*,/i, '') : image;
}
