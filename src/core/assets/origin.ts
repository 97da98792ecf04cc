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

/** A record of how a picture was made, whoever keeps it. */
interface MadePicture extends Pick<Asset, 'prompt' | 'model' | 'parameters' | 'taskId'> {
  readonly provider: string;
  readonly usedPrompt?: string | undefined;
  readonly seed?: number | undefined;
  /** As URIs. */
  readonly references?: readonly string[];
  readonly cost?: Charge | undefined;
  /** Wall-clock ms since the epoch. */
  readonly createdAt?: number | undefined;
}

/** What a record of history or lock says of an image. */
export function originOfRecord(
  knownFrom: 'lock' | 'history',
  { prompt, model, provider, parameters, taskId, ...more }: MadePicture,
): Origin {
  const { usedPrompt, seed, references = [], cost, createdAt } = more;
  return {
    knownFrom,
    ...(prompt === '' ? {} : { prompt }),
    ...(usedPrompt === undefined ? {} : { usedPrompt }),
    model,
    provider,
    ...(seed === undefined ? {} : { seed }),
    parameters,
    ...(references.length === 0 ? {} : { references }),
    taskId,
    ...(cost === undefined ? {} : { cost }),
    ...(createdAt === undefined ? {} : { createdAt }),
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
