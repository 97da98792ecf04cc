import type { ImageFormat } from '../api/model';
import type { ProviderId } from '../api/provider';
import type { Charge } from '../money/charge';

/** One saved picture and how it was made: what the history keeps and what *Reuse settings* reads. */
export interface Asset {
  readonly id: string;
  /** Where the file was saved. */
  readonly uri: string;
  readonly provider: ProviderId;
  readonly model: string;
  /** The prompt as it was asked for. */
  readonly prompt: string;
  /** The prompt as the service used it, where it says so: after its own rewriting (bfl-api.md §1.3). */
  readonly usedPrompt?: string;
  /** As sent, by the API's names; without prompt and images. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where the reference images lay that went with the request, in order. */
  readonly references?: readonly string[];
  readonly seed?: number;
  readonly taskId: string;
  /** In px, read from the file's bytes. */
  readonly width: number;
  readonly height: number;
  readonly format: ImageFormat;
  /** SHA-256 of the file as it was saved, hex: it can be found by it where somebody has moved it. */
  readonly digest?: string;
  /** A window of another workspace has saved it, which could not note it in an asset lock; absent once it is noted. */
  readonly unnoted?: true;
  readonly cost?: Charge;
  /** What the service billed by, in units of 2^20 px, where it says so. */
  readonly inputMegapixels?: number;
  readonly outputMegapixels?: number;
  /** Wall-clock ms since the epoch. */
  readonly createdAt: number;
}
