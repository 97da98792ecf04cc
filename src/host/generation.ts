import { randomUUID } from 'node:crypto';

import type * as vscode from 'vscode';

import { FluxClient } from '../core/api/client';
import { isGenerationFailure, type Failure } from '../core/api/failure';
import type { Model } from '../core/api/model';
import type { Provider } from '../core/api/provider';
import { withoutImages } from '../core/api/references';
import type { Transport } from '../core/api/transport';
import type { Asset } from '../core/assets/asset';
import { systemClock } from '../core/clock';
import type { Log } from '../core/log';
import { TaskQueue } from '../core/tasks/taskQueue';
import type { AssetWriter } from './assetWriter';
import type { HistoryStore } from './historyStore';
import {
  prepareOrder,
  type GenerationOrder,
  type PreparedOrder,
  type PrepareOrderPorts,
} from './order';
import { runPaidTask } from './paidTask';
import { readSettings } from './settings';
import type { TaskList } from './taskList';

/** How an order ended: every picture that was saved, and why the others were not. Exactly `count` in all, unless refused as a whole. */
export interface GenerationOutcome {
  readonly saved: readonly Asset[];
  readonly failures: readonly Failure[];
  /** True where the order was refused before any task began. */
  readonly refused: boolean;
}

/** What making pictures needs. */
export interface GenerationPorts extends PrepareOrderPorts {
  readonly tasks: TaskList;
  readonly history: HistoryStore;
  readonly log: Log;
  readonly transport: Transport;
  /** Tells that a saved picture is missing from the history after this window closes. */
  readonly onHistoryFailed: (asset: Asset) => void;
  readonly writer: AssetWriter;
  /** Where bytes are kept that cannot be written to their destination. */
  readonly unsavedFolder: vscode.Uri;
}

/** A person waits for the answer, so it is not retried for long. In ms. */
const KEY_CHECK_MS = 15_000;

/** Makes pictures: checks an order, sends its tasks within the provider's limits, saves what comes back. */
export class Generation {
  private readonly queues = new Map<string, TaskQueue>();

  constructor(private readonly ports: GenerationPorts) {}

  /** To be called when a limit may have been raised: lets waiting tasks go. */
  refreshLimits(): void {
    for (const queue of this.queues.values()) queue.refresh();
  }

  /** Runs an order to its end. Never rejects: what went wrong is in the outcome. */
  async run(order: GenerationOrder, signal: AbortSignal): Promise<GenerationOutcome> {
    const prepared = await prepareOrder(order, this.ports).catch(refusalOf);
    if ('code' in prepared) return { saved: [], failures: [prepared], refused: true };
    const client = this.client(prepared.provider, prepared.key);
    const outcomes = await Promise.all(
      prepared.bodies.map((parameters) => this.runOne(prepared, client, parameters, signal)),
    );
    return {
      saved: outcomes.filter((outcome) => 'uri' in outcome),
      failures: outcomes.filter((outcome) => 'code' in outcome),
      refused: false,
    };
  }

  /** The balance at the chosen provider: a free check of its key. `undefined` where it cannot be asked. */
  async checkKey(): Promise<number | undefined> {
    const settings = readSettings();
    const provider = await this.ports.provider(settings);
    if (!provider.hasCredits) return undefined;
    const key = await this.ports.keys.get(provider.id);
    const deadline = systemClock.now() + KEY_CHECK_MS;
    return this.client(provider, key).credits({ signal: new AbortController().signal, deadline });
  }

  private client(provider: Provider, key: string | undefined): FluxClient {
    return new FluxClient({
      provider,
      ...(key === undefined ? {} : { key }),
      transport: this.ports.transport,
      clock: systemClock,
      random: Math.random,
      log: this.ports.log,
    });
  }

  private async runOne(
    prepared: PreparedOrder,
    client: FluxClient,
    parameters: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<Asset | Failure> {
    const { model, provider, settings } = prepared;
    const id = randomUUID();
    const { tasks } = this.ports;
    const task = {
      id,
      provider: provider.id,
      model: model.id,
      prompt: prepared.prompt,
      parameters: withoutImages(model, parameters),
      startedAt: systemClock.now(),
      state: { phase: 'queued' },
    } as const;
    const taskSignal = tasks.add(task, signal);
    try {
      const asset = await runPaidTask({
        task,
        model,
        provider,
        client,
        references: prepared.references,
        referenceUris: prepared.referenceUris,
        destination: prepared.destination,
        fileName: settings.fileName,
        timeoutMs: settings.taskTimeoutMs,
        maxBytes: settings.maxDownloadBytes,
        queue: this.queueOf(provider),
        clock: systemClock,
        signal: taskSignal,
        onState: (state) => {
          tasks.setState(id, state);
        },
        parameters,
        writer: this.ports.writer,
        unsavedFolder: this.ports.unsavedFolder,
      });
      await this.remember(asset);
      tasks.remove(id);
      this.ports.log.info(
        `Saved a picture of ${model.id} from ${provider.id} (task ${asset.taskId}).`,
      );
      return asset;
    } catch (error) {
      const failure = failureOf(error);
      tasks.setState(id, { phase: 'failed', failure });
      if (failure.code === 'canceled' && failure.charged === 'no') tasks.dismiss(id);
      this.ports.log.warn(describe(model, provider, failure));
      this.ports.log.debug(
        `${failure.code}: ${failure.reason ?? failure.cause ?? 'no reason given'}`,
      );
      return failure;
    }
  }

  /** The picture is saved and paid for; that its entry could not be written must not look like a failure of it. */
  private async remember(asset: Asset): Promise<void> {
    try {
      await this.ports.history.add(asset);
    } catch (error) {
      this.ports.log.error('The history could not be written.');
      this.ports.log.debug(String(error));
      this.ports.onHistoryFailed(asset);
    }
  }

  private queueOf(provider: Provider): TaskQueue {
    const queue =
      this.queues.get(provider.id) ?? new TaskQueue(() => readSettings().maxConcurrentTasks);
    this.queues.set(provider.id, queue);
    return queue;
  }
}

/** Why an order was refused. What nobody foresaw came before anything was sent, so it cost nothing either. */
function refusalOf(error: unknown): Failure {
  if (isGenerationFailure(error)) return error.failure;
  return { code: 'invalid-request', charged: 'no', cause: String(error) };
}

/** How a task failed. What nobody foresaw may have come after it was paid for. */
function failureOf(error: unknown): Failure {
  if (isGenerationFailure(error)) return error.failure;
  return { code: 'task-failed', charged: 'unknown', cause: String(error) };
}

/** For the log at its default level: no reason, for a reason may quote the prompt or a file named after it. */
function describe(model: Model, provider: Provider, failure: Failure): string {
  const details = [
    `charged: ${failure.charged}`,
    ...(failure.taskId === undefined ? [] : [`task ${failure.taskId}`]),
    ...(failure.httpStatus === undefined ? [] : [`HTTP ${String(failure.httpStatus)}`]),
    ...(failure.detail === undefined ? [] : [failure.detail]),
  ];
  return `${model.id} at ${provider.id} ended in ${failure.code} (${details.join(', ')}).`;
}
