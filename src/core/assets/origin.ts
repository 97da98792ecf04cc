import type { Charge } from '../money/charge';
import type { Asset } from './asset';
import type { PictureMetadata } from './metadata/pictureMetadata';

/** How an image came to be, as far as anybody knows. */
export interface Origin {
  /** Who says so; absent where nobody does. */
  readonly knownFrom?: 'lock' | 'history' | 'file';
  readonly prompt?: string;
  /** The prompt as the service used it, after its own rewriting. */
  readonly usedPrompt?: string;
  /** An id of ours, or another program's words. */
  readonly model?: string;
  /** A provider's id. */
  readonly provider?: string;
  readonly seed?: number;
  /** By the API's names. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Where the reference images lay, as URIs. */
  readonly references?: readonly string[];
  readonly taskId?: string;
  readonly cost?: Charge;
  /** Wall-clock ms since the epoch. */
  readonly createdAt?: number;
  /** The image that this one was made from locally, as a URI. */
  readonly madeFrom?: string;
  /** What the file itself says; absent where it cannot be read. */
  readonly file?: Pick<PictureMetadata, 'software' | 'digitalSourceType' | 'hasCredentials'>;
}

/** What the history knows of an image. */
export function originOfAsset(asset: Asset): Origin {
  const { prompt, model, provider, parameters, taskId, createdAt } = asset;
  const { usedPrompt, seed, references, cost } = asset;
  return {
    knownFrom: 'history',
    ...(prompt === '' ? {} : { prompt }),
    ...(usedPrompt === undefined ? {} : { usedPrompt }),
    model,
    provider,
    ...(seed === undefined ? {} : { seed }),
    parameters,
    ...(references === undefined ? {} : { references }),
    taskId,
    ...(cost === undefined ? {} : { cost }),
    createdAt,
  };
}

/** What an image's own file says of how it was made. */
export function originOfFile(metadata: PictureMetadata): Origin {
  const { facts, prompt, model, seed, parameters } = metadata;
  const said = {
    ...(prompt === undefined ? {} : { prompt }),
    ...(facts?.usedPrompt === undefined ? {} : { usedPrompt: facts.usedPrompt }),
    ...(model === undefined ? {} : { model }),
    ...(facts === undefined ? {} : { provider: facts.provider }),
    ...(seed === undefined ? {} : { seed }),
    ...(parameters === undefined ? {} : { parameters }),
  };
  return Object.keys(said).length === 0 ? {} : { knownFrom: 'file', ...said };
}
