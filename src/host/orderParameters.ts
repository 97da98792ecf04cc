import type { ImageFormat, Model } from '../core/api/model';
import type { RequestProblem } from '../core/api/request';
import type { Destination } from './destination';
import type { Settings } from './settings';

/** The format of a chosen file name, else the setting's, where the order names none and the model has a choice. */
export function withFormat(
  parameters: Readonly<Record<string, unknown>>,
  model: Model,
  destination: Destination,
  settings: Settings,
): Readonly<Record<string, unknown>> {
  const wanted: ImageFormat | undefined =
    destination.format ?? (settings.outputFormat === 'auto' ? undefined : settings.outputFormat);
  const field = model.parameters.find((each) => each.name === 'output_format');
  const takes = field?.kind === 'choice' && wanted !== undefined && field.values.includes(wanted);
  if (!takes || parameters['output_format'] !== undefined) return parameters;
  return { ...parameters, output_format: wanted };
}

/** Why this is no number of pictures; empty when it is one. */
export function checkCount(count: number): readonly RequestProblem[] {
  if (!Number.isInteger(count)) return [{ field: 'count', kind: 'not-an-integer' }];
  if (count < 1) return [{ field: 'count', kind: 'too-small', min: 1, nearest: 1 }];
  return [];
}

/** Several pictures of one seed would be one picture paid several times: each gets the next seed. */
export function nthParameters(parameters: Readonly<Record<string, unknown>>, index: number) {
  const seed = parameters['seed'];
  return typeof seed === 'number' && index > 0 ? { ...parameters, seed: seed + index } : parameters;
}
