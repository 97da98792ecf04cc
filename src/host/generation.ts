import { randomUUID } from 'node:crypto';

import type * as vscode from 'vscode';

import { FluxClient } from '../core/api/client';
import { GenerationFailure, isGenerationFailure, type Failure } from '../core/api/failure';
import type { Model } from '../core/api/model';
import { modelOf } from '../core/api/models';
import type { Provider } from '../core/api/provider';
import { checkRequest } from '../core/api/request';
import type { Transport } from '../core/api/transport';
import type { Asset } from '../core/assets/asset';
import { systemClock } from '../core/clock';
import type { Log } from '../core/log';
import { TaskQueue } from '../core/tasks/taskQueue';
import type { ApiKeys } from './apiKeys';
import { resolveDestination, type Destination } from './destination';
import type { HistoryStore } from './historyStore';
import { checkCount, nthParameters, withFormat } from './orderParameters';
import { runPaidTask } from './paidTask';
import { readSettings, type Settings } from './settings';
import type { TaskList } from './taskList';

/** What a person or an extension orders: one request, `count` times. */
export interface GenerationOrder {
  readonly prompt: string;
  readonly model: string;
  /** By the API's own names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly references: readonly vscode.Uri[];
  readonly count: number;
  /** A folder, or a file name to use; else the assets folder of `workspaceFolder`. */
  readonly target?: vscode.Uri;
  readonly workspaceFolder?: vscode.Uri;
}

/** How an order ended: every picture that was saved, and why the others were not. Exactly `count` in all, unless refused as a whole. */
export interface GenerationOutcome {
  readonly saved: readonly Asset[];
  readonly failures: readonly Failure[];
  /** True where the order was refused before any task began. */
  readonly refused: boolean;
}

export interface GenerationPorts {
  readonly keys: Pick<ApiKeys, 'get'>;
  readonly tasks: TaskList;
  readonly history: HistoryStore;
  readonly log: Log;
  readonly transport: Transport;
  /** The provider that is chosen now; starts the simulator for `demo`. */
  readonly provider: (settings: Settings) => Promise<Provider>;
  /** A reference image as bare base64, no larger than the service would use. */
  readonly loadReference: (uri: vscode.Uri) => Promise<string>;
  /** Keeps the bytes of a picture that could not be saved. */
  readonly keepUnsaved: (
    taskId: string,
    extension: string,
    bytes: Uint8Array,
  ) => Promise<vscode.Uri>;
}

/** A person waits for the answer, so it is not retried for long. In ms. */
const KEY_CHECK_MS = 15_000;

/** Makes pictures: checks an order, sends its tasks within the provider's limits, saves what comes back. */
export class Generation {
  private readonly queues = new Map<string, TaskQueue>();

  constructor(private readonly ports: GenerationPorts) {}

  /** Runs an order to its end. Never rejects: what went wrong is in the outcome. */
  async run(order: GenerationOrder, signal: AbortSignal): Promise<GenerationOutcome> {
    const prepared = await this.prepare(order).catch(refusalOf);
    if ('code' in prepared) return { saved: [], failures: [prepared], refused: true };
    const outcomes = await Promise.all(
      prepared.bodies.map((parameters) => this.runOne(order, prepared, parameters, signal)),
    );
    return {
      saved: outcomes.filter((outcome) => 'uri' in outcome),
      failures: outcomes.filter((outcome) => 'code' in outcome),
      refused: false,
    };
  }

  /** All that can be refused before money is spent. */
  private async prepare(order: GenerationOrder): Promise<PreparedOrder> {
    const settings = readSettings(order.workspaceFolder);
    const model = modelOf(order.model);
    const destination = await resolveDestination(order.target, order.workspaceFolder, settings);
    const parameters = withFormat(order.parameters, model, destination, settings);
    const provider = await this.ports.provider(settings);
    const problems = [
      ...checkRequest(model, provider.dialect, {
        prompt: order.prompt,
        parameters,
        referenceCount: order.references.length,
      }),
      ...checkCount(order.count),
    ];
    if (problems.length > 0) {
      throw new GenerationFailure({ code: 'invalid-request', charged: 'no', problems });
    }
    const key = await this.ports.keys.get(provider.id);
    if (provider.auth !== 'none' && key === undefined) {
      throw new GenerationFailure({ code: 'auth', charged: 'no', detail: 'no-key' });
    }
    const client = this.client(provider, key);
    const references = await Promise.all(order.references.map(this.ports.loadReference));
    const bodies = Array.from({ length: order.count }, (_, index) =>
      nthParameters(parameters, index),
    );
    return { settings, model, provider, client, destination, references, bodies };
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
    order: GenerationOrder,
    prepared: PreparedOrder,
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
      prompt: order.prompt,
      parameters,
      startedAt: systemClock.now(),
      state: { phase: 'queued' },
    } as const;
    const taskSignal = tasks.add(task, signal);
    try {
      const asset = await runPaidTask({
        task,
        model,
        provider,
        client: prepared.client,
        references: prepared.references,
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
        keepUnsaved: this.ports.keepUnsaved,
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
      return failure;
    }
  }

  /** The picture is saved and paid for; that its entry could not be written must not look like a failure of it. */
  private async remember(asset: Asset): Promise<void> {
    try {
      await this.ports.history.add(asset);
    } catch (error) {
      this.ports.log.error(`The history could not be written: ${String(error)}`);
    }
  }

  private queueOf(provider: Provider): TaskQueue {
    const queue =
      this.queues.get(provider.id) ?? new TaskQueue(() => readSettings().maxConcurrentTasks);
    this.queues.set(provider.id, queue);
    return queue;
  }
}

interface PreparedOrder {
  readonly settings: Settings;
  readonly model: Model;
  readonly provider: Provider;
  readonly client: FluxClient;
  readonly destination: Destination;
  readonly references: readonly string[];
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
}

/** Why an order was refused. What nobody foresaw came before anything was sent, so it cost nothing either. */
function refusalOf(error: unknown): Failure {
  if (isGenerationFailure(error)) return error.failure;
  return { code: 'invalid-request', charged: 'no', reason: String(error) };
}

/** How a task failed. What nobody foresaw may have come after it was paid for. */
function failureOf(error: unknown): Failure {
  if (isGenerationFailure(error)) return error.failure;
  return { code: 'task-failed', charged: 'unknown', reason: String(error) };
}

/** For the log: no prompt and no words of the service beyond the reason. */
function describe(model: Model, provider: Provider, failure: Failure): string {
  const task = failure.taskId === undefined ? '' : ` (task ${failure.taskId})`;
  const reason = failure.reason === undefined ? '' : `: ${failure.reason}`;
  return `${model.id} at ${provider.id}${task} ended in ${failure.code}, charged: ${failure.charged}${reason}`;
}
