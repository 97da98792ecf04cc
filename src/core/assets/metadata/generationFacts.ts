import type { ProviderId } from '../../api/provider';
import type { Asset } from '../asset';

/**
 * What a picture's file says of how it was made. No time, no task id and no path: the same picture gets the same bytes
 * whenever it is saved, and nothing of the machine goes out with it.
 */
export interface GenerationFacts {
  readonly model: string;
  /** Tells a placeholder of `demo` from a model's picture. */
  readonly provider: ProviderId;
  readonly prompt?: string;
  readonly usedPrompt?: string;
  readonly seed?: number;
  /** By the API's names; without prompt and images. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What is put into the file, by `fluxAssets.embedMetadata`. */
export type EmbedLevel = 'all' | 'withoutPrompt' | 'none';

/** What may stand in a picture's file; without any words of the prompt for `withoutPrompt`. */
export function generationFactsOf(
  asset: Pick<Asset, 'model' | 'provider' | 'prompt' | 'usedPrompt' | 'seed' | 'parameters'>,
  level: Exclude<EmbedLevel, 'none'>,
): GenerationFacts {
  const { model, provider, prompt, usedPrompt, seed, parameters } = asset;
  const facts = { model, provider, ...(seed === undefined ? {} : { seed }), parameters };
  if (level === 'withoutPrompt') return withoutPrompt(facts);
  return {
    ...facts,
    ...(prompt === '' ? {} : { prompt }),
    ...(usedPrompt === undefined ? {} : { usedPrompt }),
  };
}

/** The facts without words: neither the prompt nor a parameter that holds one. */
export function withoutPrompt(facts: GenerationFacts): GenerationFacts {
  const { model, provider, seed, parameters } = facts;
  const isWords = ([name, value]: [string, unknown]) =>
    name.includes('prompt') && typeof value !== 'boolean' && typeof value !== 'number';
  const kept = Object.entries(parameters).filter((entry) => !isWords(entry));
  return {
    model,
    provider,
    ...(seed === undefined ? {} : { seed }),
    parameters: Object.fromEntries(kept),
  };
}
