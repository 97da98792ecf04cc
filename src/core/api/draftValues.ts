import type { Model } from './model';

/** The panel's values (typed text and switches, by the API's names) that stand for these API parameters. */
export function draftValuesOf(
  model: Model,
  parameters: Readonly<Record<string, unknown>>,
): Record<string, string | boolean> {
  const values: Record<string, string | boolean> = {};
  for (const parameter of model.parameters) {
    const value = parameters[parameter.name];
    if (value === undefined || value === null) continue;
    if (parameter.kind === 'flag') {
      const isOn = value === true;
      values[parameter.name] = parameter.inverse === true ? !isOn : isOn;
    } else if (typeof value === 'string' || typeof value === 'number') {
      values[parameter.name] = String(value);
    }
  }
  return values;
}
