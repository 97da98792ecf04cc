import type { ImageFormat, Model } from './model';

/** The formats that a model delivers; one without a choice delivers its own. */
export function formatsOf({ parameters, defaultFormat }: Model): readonly string[] {
  const field = parameters.find(({ name }) => name === 'output_format');
  return field?.kind === 'choice' ? field.values : [defaultFormat];
}

/** The format in which a picture will arrive for which this one is wanted, as far as it can be foretold. */
export function deliveredFormat(model: Model, wanted: 'auto' | ImageFormat): ImageFormat {
  return wanted !== 'auto' && formatsOf(model).includes(wanted) ? wanted : model.defaultFormat;
}
