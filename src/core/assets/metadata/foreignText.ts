import * as z from 'zod/mini';

import type { PictureMetadata } from './pictureMetadata';

type ForeignFacts = Pick<PictureMetadata, 'prompt' | 'model' | 'seed' | 'parameters' | 'software'>;

/**
 * The `parameters` text of AUTOMATIC1111's web UI and its descendants: the prompt, a line `Negative prompt: …`, and a
 * last line `Steps: 20, Sampler: …, Seed: 1, Size: 512x768, Model: …`.
 */
export function readWebUiText(text: string): ForeignFacts {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  const hasFacts = /^Steps: \d+/.test(last);
  const words = hasFacts ? lines.slice(0, -1) : lines;
  const negative = words.findIndex((line) => line.startsWith('Negative prompt:'));
  const prompt = words
    .slice(0, negative < 0 ? undefined : negative)
    .join('\n')
    .trim();
  const value = (name: string) => new RegExp(`(?:^|, )${name}: ("[^"]*"|[^,]*)`).exec(last)?.[1];
  const [width, height] = value('Size')?.split('x').map(Number) ?? [];
  return {
    ...(prompt === '' ? {} : { prompt }),
    ...(hasFacts ? factsOf({ model: value('Model'), seed: value('Seed'), width, height }) : {}),
  };
}

const invokeSchema = z.object({
  positive_prompt: z.optional(z.string()),
  seed: z.optional(z.number()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  model: z.optional(z.object({ name: z.optional(z.string()), model_name: z.optional(z.string()) })),
});

/** The `invokeai_metadata` text of InvokeAI, from version 3 on: JSON. */
export function readInvokeText(text: string): ForeignFacts {
  try {
    const parsed = invokeSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return {};
    const { positive_prompt: prompt, seed, width, height, model } = parsed.data;
    return {
      ...(prompt === undefined || prompt === '' ? {} : { prompt }),
      ...factsOf({ model: model?.name ?? model?.model_name, seed, width, height }),
      software: 'InvokeAI',
    };
  } catch {
    return {};
  }
}

function factsOf(found: {
  readonly model: string | undefined;
  readonly seed: string | number | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
}): ForeignFacts {
  const { model, width, height } = found;
  const seed = Number(found.seed ?? Number.NaN);
  const isSized = Number.isSafeInteger(width) && Number.isSafeInteger(height);
  return {
    ...(model === undefined ? {} : { model: model.replaceAll('"', '') }),
    ...(Number.isSafeInteger(seed) && seed >= 0 ? { seed } : {}),
    ...(isSized ? { parameters: { width, height } } : {}),
  };
}
