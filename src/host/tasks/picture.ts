import * as vscode from 'vscode';

import type { CreatedTask, FinishedTask } from '../../core/api/client';
import type { DownloadSink } from '../../core/api/downloading';
import { GenerationFailure, isGenerationFailure, messageOf } from '../../core/api/failure';
import type { Provider } from '../../core/api/provider';
import type { Asset } from '../../core/assets/asset';
import { safeFileName } from '../../core/assets/fileName';
import { extensionOf, type ImageHeader } from '../../core/assets/imageHeader';
import { chargeOf } from '../../core/money/charge';
import { knownOf, type EndedState, type JournalEntry } from '../../core/tasks/journalEntry';
import type { Placeholder } from '../../core/tasks/placeholder';
import type { AssetPart } from '../assets/assetPart';
import type { AssetWriter } from '../assets/assetWriter';
import { fileDigest } from '../assets/fileDigest';
import type { PlaceholderFiles } from '../assets/placeholderFiles';
import { embedFacts } from '../assets/pictureFacts';
import { endingOf, nameOf } from './pictureName';

export interface PicturePorts {
  readonly writer: Pick<AssetWriter, 'open' | 'recover'>;
  readonly placeholders: Pick<PlaceholderFiles, 'remove' | 'withdraw'>;
  /** Where bytes are kept that cannot be written to their destination. */
  readonly unsavedFolder: vscode.Uri;
}

/** A picture that is whole in its temporary file. */
interface FetchedPicture {
  readonly part: AssetPart;
  /** All of the asset but its place. */
  readonly asset: Omit<Asset, 'uri'>;
  /** Why it does not lie in its destination's folder, where it does not. */
  readonly trouble?: unknown;
}

/** Fetches the picture of a Ready task into a temporary file beside its place, or, where that cannot be written, among the unsaved. */
export async function fetchPicture(
  ports: PicturePorts,
  task: {
    readonly entry: JournalEntry;
    readonly provider: Provider;
    readonly download: (sink: DownloadSink) => Promise<void>;
    /** Wall-clock ms since the epoch. */
    readonly now: number;
  },
): Promise<FetchedPicture> {
  const { part, trouble } = await download(ports, task.entry, task.download);
  const header = await part.header().catch(() => undefined);
  if (header === undefined) {
    await part.discard().catch(() => undefined);
    throw new GenerationFailure({ code: 'bad-image', charged: 'yes', detail: 'not-an-image' });
  }
  const asset = assetOf(task.entry, task.provider, header, task.now);
  await embedFacts(part, asset, vscode.Uri.parse(task.entry.order.destination.folder, true));
  return { part, asset, ...(trouble === undefined ? {} : { trouble }) };
}

/**
 * Gives the picture its name. `onName` hears of each name before it is taken. Where that fails the bytes are kept
 * among the unsaved, and it rejects with `SaveFailure`.
 */
export async function savePicture(
  ports: PicturePorts,
  { order }: JournalEntry,
  { part, asset, trouble }: FetchedPicture,
  onName: (asset: Asset, digest: string) => Promise<void>,
): Promise<Asset> {
  if (trouble !== undefined) throw await keep(part, asset, trouble);
  const extension = endingOf(order, asset);
  try {
    const digest = await part.digest();
    // One at a file that is made of the picture stays until that is made.
    if (order.destination.name !== undefined) await ports.placeholders.remove(laidFor(order));
    const uri = await part.claim(nameOf(order, asset), extension, (place) =>
      onName({ ...asset, digest, uri: place.toString() }, digest),
    );
    return { ...asset, digest, uri: uri.toString() };
  } catch (error) {
    const moved = await part.moveTo(ports.unsavedFolder).catch(() => undefined);
    throw moved === undefined ? saveFailure(error) : await keep(moved, asset, error);
  }
}

/** What lies in the places of an order's picture until that comes. */
export function laidFor({ placeholders = [] }: JournalEntry['order']): readonly Placeholder[] {
  return placeholders;
}

/** A picture that could not be saved, with what is needed to save it elsewhere. */
class SaveFailure extends GenerationFailure {
  constructor(
    failure: GenerationFailure['failure'],
    readonly kept: Omit<Asset, 'uri'> | undefined,
    cause: unknown,
  ) {
    super(failure, { cause });
  }
}

/**
 * What the window that died has left of a picture: the whole one, where its record has the digest. What is half
 * there is removed.
 */
export async function recoverPicture(
  { writer }: PicturePorts,
  { id, order, state }: JournalEntry,
): Promise<FetchedPicture | undefined> {
  const { asset, digest } = state.phase === 'saving' ? state : {};
  const folder = vscode.Uri.parse(order.destination.folder, true);
  const part = await writer.recover(folder, id, digest);
  return part === undefined || asset === undefined ? undefined : { part, asset };
}

/** Removes what the window that died has left of a picture that has its name already. */
export async function removeLeft({ writer }: PicturePorts, { id, order }: JournalEntry) {
  // Without a digest none of the parts is the picture.
  await writer.recover(vscode.Uri.parse(order.destination.folder, true), id);
}

/** What was kept of a picture whose saving failed with this error. */
export function keptOf(error: unknown): Pick<EndedState, 'kept'> {
  const kept = error instanceof SaveFailure ? error.kept : undefined;
  return kept === undefined ? {} : { kept };
}

/** Whether the file lies where it was about to be put when the window died, byte for byte. */
export async function isSaved({ uri }: Asset, digest: string): Promise<boolean> {
  try {
    return (await fileDigest(vscode.Uri.parse(uri, true))) === digest;
  } catch {
    return false;
  }
}

async function download(
  { writer, unsavedFolder }: PicturePorts,
  { id, order }: JournalEntry,
  into: (sink: DownloadSink) => Promise<void>,
): Promise<{ readonly part: AssetPart; readonly trouble?: unknown }> {
  const folder = vscode.Uri.parse(order.destination.folder, true);
  const spare = (error: unknown) => {
    throw saveFailure(error);
  };
  let trouble: unknown;
  let part = await writer.open(folder, id).catch((error: unknown) => {
    trouble = error;
    return writer.open(unsavedFolder, id).catch(spare);
  });
  for (;;) {
    try {
      await into(part);
      return trouble === undefined ? { part } : { part, trouble };
    } catch (error) {
      if (isGenerationFailure(error) || trouble !== undefined) {
        await part.discard().catch(() => undefined);
        throw isGenerationFailure(error) ? error : saveFailure(error);
      }
      // The disk of the destination is full, or gone: what is paid goes on to the other one.
      trouble = error;
      part = await part.moveTo(unsavedFolder).catch(spare);
    }
  }
}

/** Leaves the bytes where they can be found again. */
async function keep(
  part: AssetPart,
  asset: Omit<Asset, 'uri'>,
  trouble: unknown,
): Promise<SaveFailure> {
  const name = safeFileName(asset.taskId) || 'image';
  const uri = await part.claim(name, extensionOf(asset.format)).catch(() => undefined);
  return saveFailure(trouble, uri, asset);
}

function saveFailure(error: unknown, keptAt?: vscode.Uri, asset?: Omit<Asset, 'uri'>): SaveFailure {
  const failure = { code: 'save-failed', charged: 'yes', cause: messageOf(error) } as const;
  return keptAt === undefined
    ? new SaveFailure(failure, undefined, error)
    : new SaveFailure({ ...failure, keptAt: keptAt.toString() }, asset, error);
}

function assetOf(
  { id, order, state }: JournalEntry,
  provider: Provider,
  header: ImageHeader,
  now: number,
): Omit<Asset, 'uri'> {
  const { created, finished } = knownOf(state);
  return {
    id,
    provider: order.provider,
    model: order.model,
    prompt: order.prompt,
    ...(finished?.prompt === undefined ? {} : { usedPrompt: finished.prompt }),
    parameters: order.parameters,
    ...(order.references.length === 0 ? {} : { references: order.references }),
    ...seedOf(order.parameters, finished),
    taskId: created?.id ?? id,
    ...header,
    ...costOf(created, finished, provider),
    ...megapixelsOf(created),
    createdAt: now,
  };
}

function seedOf(
  parameters: Readonly<Record<string, unknown>>,
  finished: FinishedTask | undefined,
): { seed?: number } {
  const asked = parameters['seed'];
  const seed = finished?.seed ?? (typeof asked === 'number' ? asked : undefined);
  return seed === undefined ? {} : { seed };
}

function megapixelsOf({ inputMegapixels, outputMegapixels }: Partial<CreatedTask> = {}) {
  return {
    ...(inputMegapixels === undefined ? {} : { inputMegapixels }),
    ...(outputMegapixels === undefined ? {} : { outputMegapixels }),
  };
}

/** The final cost of the Ready body overrides the one of the answer to the POST (bfl-api.md §7). */
export function costOf(
  created: CreatedTask | undefined,
  finished: FinishedTask | undefined,
  provider: Provider,
): Pick<Asset, 'cost'> {
  const credits = finished?.cost ?? created?.cost;
  return credits === undefined ? {} : { cost: chargeOf(credits, provider.money) };
}
