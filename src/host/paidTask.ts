import type * as vscode from 'vscode';

import type { CreatedTask, FinishedTask, FluxClient } from '../core/api/client';
import {
  GenerationFailure,
  isGenerationFailure,
  messageOf,
  type Charged,
} from '../core/api/failure';
import type { Model } from '../core/api/model';
import type { Provider } from '../core/api/provider';
import { requestBody } from '../core/api/request';
import type { Asset } from '../core/assets/asset';
import { fileNameFrom, safeFileName } from '../core/assets/fileName';
import { extensionOf, readImageHeader, type ImageHeader } from '../core/assets/imageHeader';
import type { Clock } from '../core/clock';
import { chargeOf } from '../core/money/charge';
import type { Task, TaskState } from '../core/tasks/task';
import type { TaskQueue } from '../core/tasks/taskQueue';
import type { AssetWriter } from './assetWriter';
import type { Destination } from './destination';

export interface PaidTask {
  readonly task: Task;
  readonly model: Model;
  readonly provider: Provider;
  readonly client: Pick<FluxClient, 'create' | 'poll' | 'download'>;
  /** As sent; the task itself keeps them without images. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly writer: Pick<AssetWriter, 'write'>;
  /** Bare base64. */
  readonly references: readonly string[];
  /** Where they lie. */
  readonly referenceUris: readonly string[];
  readonly destination: Destination;
  /** The template of `fluxAssets.fileName`. */
  readonly fileName: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly queue: TaskQueue;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onState: (state: TaskState) => void;
  /** Where bytes are kept that cannot be written to their destination. */
  readonly unsavedFolder: vscode.Uri;
}

/** What is Ready in the last moment is paid for, and still has this time to arrive. In ms. */
const DOWNLOAD_MS = 60_000;

/** One picture from its place in the queue to its file. Rejects with `GenerationFailure`, which names the task where there is one. */
export async function runPaidTask(paid: PaidTask): Promise<Asset> {
  const { model, client, signal, onState } = paid;
  const release = await paid.queue
    .enter(`${paid.provider.id}/${model.id}`, model.maxActiveTasks, signal)
    .catch(() => {
      throw canceled('no');
    });
  try {
    const wait = { signal, deadline: paid.clock.now() + paid.timeoutMs };
    onState({ phase: 'sending' });
    const request = {
      prompt: paid.task.prompt,
      parameters: paid.parameters,
      referenceCount: paid.references.length,
    };
    const created = await client.create(model, requestBody(model, request, paid.references), wait);
    return await withTaskId(created.id, async () => {
      onState({ phase: 'running', created });
      const finished = await client.poll(created, {
        ...wait,
        onStatus: (status, progress) => {
          onState({
            phase: 'running',
            created,
            status,
            ...(progress === undefined ? {} : { progress }),
          });
        },
      });
      // The service counts active tasks; a finished one makes room for the next.
      release();
      onState({ phase: 'downloading', created });
      const deadline = Math.max(wait.deadline, paid.clock.now() + DOWNLOAD_MS);
      const bytes = await client.download(created, finished, {
        signal,
        deadline,
        maxBytes: paid.maxBytes,
      });
      onState({ phase: 'saving', created });
      return saveResult(paid, created, finished, bytes);
    });
  } finally {
    release();
  }
}

async function saveResult(
  paid: PaidTask,
  created: CreatedTask,
  finished: FinishedTask,
  bytes: Uint8Array,
): Promise<Asset> {
  const header = readImageHeader(bytes);
  if (header === undefined) {
    throw new GenerationFailure({ code: 'bad-image', charged: 'yes', detail: 'not-an-image' });
  }
  const { task, model, provider } = paid;
  const createdAt = paid.clock.now();
  const asset = {
    id: task.id,
    provider: provider.id,
    model: model.id,
    prompt: task.prompt,
    ...(finished.prompt === undefined ? {} : { usedPrompt: finished.prompt }),
    parameters: task.parameters,
    ...(paid.referenceUris.length === 0 ? {} : { references: paid.referenceUris }),
    ...seedOf(task, finished),
    taskId: created.id,
    ...header,
    ...costOf(created, finished, provider),
    createdAt,
  };
  const uri = await save(paid, asset, header, bytes);
  return { ...asset, uri: uri.toString() };
}

async function save(
  paid: PaidTask,
  asset: Omit<Asset, 'uri'>,
  header: ImageHeader,
  bytes: Uint8Array,
): Promise<vscode.Uri> {
  const { destination } = paid;
  const extension = extensionOf(header.format);
  const name =
    destination.name === undefined
      ? fileNameFrom(paid.fileName, {
          ...asset,
          id: asset.taskId,
          createdAt: new Date(asset.createdAt),
        })
      : safeFileName(destination.name) || 'image';
  try {
    return await paid.writer.write({ folder: destination.folder, name, extension, bytes });
  } catch (error) {
    const kept = await keep(paid, asset.taskId, extension, bytes);
    throw new GenerationFailure(
      {
        code: 'save-failed',
        charged: 'yes',
        cause: messageOf(error),
        ...(kept === undefined ? {} : { keptAt: kept.toString() }),
      },
      { cause: error },
    );
  }
}

/** Puts paid bytes where they can still be found; `undefined` where even that fails. */
async function keep(
  { writer, unsavedFolder }: PaidTask,
  taskId: string,
  extension: string,
  bytes: Uint8Array,
): Promise<vscode.Uri | undefined> {
  const name = safeFileName(taskId) || 'image';
  return writer.write({ folder: unsavedFolder, name, extension, bytes }).catch(() => undefined);
}

function seedOf(task: Task, finished: FinishedTask): { seed?: number } {
  const asked = task.parameters['seed'];
  const seed = finished.seed ?? (typeof asked === 'number' ? asked : undefined);
  return seed === undefined ? {} : { seed };
}

/** The final cost of the Ready body overrides the one of the answer to the POST (bfl-api.md §7). */
function costOf(
  created: CreatedTask,
  finished: FinishedTask,
  provider: Provider,
): Pick<Asset, 'cost'> {
  const credits = finished.cost ?? created.cost;
  return credits === undefined ? {} : { cost: chargeOf(credits, provider.money) };
}

async function withTaskId<T>(taskId: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isGenerationFailure(error) || error.failure.taskId !== undefined) throw error;
    throw new GenerationFailure({ ...error.failure, taskId }, { cause: error });
  }
}

function canceled(charged: Charged): GenerationFailure {
  return new GenerationFailure({ code: 'canceled', charged });
}
