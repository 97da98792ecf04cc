import { randomBytes } from 'node:crypto';
import type { Dialect } from '../core/api/provider';
import { answerApi } from './apiRoutes';
import { deliver } from './deliveryRoute';
import { FaultPlan, type FaultRule, type FaultTally } from './faults';
import type { Latency } from './latency';
import { listen } from './listener';
import { createPainter } from './pictures';
import { Recorder, type RecordedRequest } from './recorder';
import type { Service, SimulatedCharge } from './service';
import type { OnStage } from './stages';
import type { Task } from './task';
import { TaskTable } from './taskTable';

/** How the simulated service behaves; all that is left out is as at the real one. */
export interface SimulatorOptions {
  /** `source`: as `api.bfl.ai`, key in `x-key`. `relay`: as the relay, bearer key. Default `source`. */
  readonly dialect?: Dialect;
  /** The one key that is accepted; without it none is needed. */
  readonly key?: string;
  /** False: polls are answered without a key, as the OpenAPI document says (bfl-api.md §8). Default true. */
  readonly pollNeedsKey?: boolean;
  /** Longer bodies are answered with 413. The real service's limit is not known. Default 512 MB. */
  readonly maxBodyBytes?: number;
  /** Default `plausible`. */
  readonly latency?: Latency;
  /** How the service misbehaves, until `setFaults`. */
  readonly faults?: readonly FaultRule[];
  /** Wall-clock ms. */
  readonly now?: () => number;
  /** 0 ≤ n < 1: seeds that were not asked for, latencies, probabilities of faults. */
  readonly random?: () => number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Of the API; the other listeners always take a free port. Default 0: a free one too. */
  readonly port?: number;
  /** The balance to start with. Default a million. */
  readonly credits?: number;
  /** How long result links live. Default ten minutes, of FLUX 3 an hour. */
  readonly linkLifetimeMs?: number;
  /** True: each poll signs a link that lives from then on. Default false: from the end of the task. */
  readonly renewLinks?: boolean;
  /** `other-port`: `polling_url` is on another port, and the base answers 404 to polls. Default `same-origin`. */
  readonly regional?: 'same-origin' | 'other-port';
  /** Written into `polling_url` instead of the loopback origin, for clients that want a public name. */
  readonly publicPollingOrigin?: string;
  /** Written into `result.sample` instead of the loopback origin. */
  readonly publicDeliveryOrigin?: string;
  /** For tests that act in the middle of an exchange. */
  readonly onStage?: OnStage;
  /** Gives the pictures in the painter's place: for who measures a client, and must not wait for paint to dry. */
  readonly paint?: (task: Task) => Promise<Uint8Array>;
  /** Where the codecs' `.wasm` files are. Default: beside the running bundle, else in node_modules. */
  readonly wasmFolder?: string;
}

/** A running service. */
export interface Simulator {
  /** What the client is given: `http://127.0.0.1:41234/v1`. */
  readonly baseUrl: string;
  /** The loopback origins, whatever public names are written into answers. */
  readonly deliveryOrigin: string;
  readonly pollingOrigin: string;
  /** What arrived, oldest first; the latest 2000 requests and 32 MB of bodies at most. */
  readonly requests: readonly RecordedRequest[];
  /** What accepted tasks cost and what was not given back. A task without a known price counts 0. */
  readonly charges: readonly SimulatedCharge[];
  /** How many tasks are neither Ready nor have ended. */
  readonly activeTasks: number;
  /** How often things went wrong by the rules that hold now. */
  readonly faultTally: FaultTally;
  /** The balance. */
  readonly credits: number;
  /** Replaces all rules. */
  setFaults(rules: readonly FaultRule[]): void;
  /** Breaks off what is open and frees the ports. */
  dispose(): Promise<void>;
}

/**
 * Starts the FLUX API on loopback: every model of the catalogue, painted placeholders as pictures.
 * It is the `demo` provider, and the server that tests and benchmarks talk to.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const random = options.random ?? Math.random;
  const host = options.host ?? '127.0.0.1';
  const service: Service = {
    dialect: options.dialect ?? 'source',
    key: options.key,
    pollNeedsKey: options.pollNeedsKey ?? true,
    maxBodyBytes: options.maxBodyBytes ?? 512 * 2 ** 20,
    latency: options.latency ?? 'plausible',
    now: options.now ?? Date.now,
    random,
    linkLifetimeMs: options.linkLifetimeMs,
    renewLinks: options.renewLinks ?? false,
    linkSecret: randomBytes(32),
    onStage: options.onStage,
    tasks: new TaskTable(),
    recorder: new Recorder(),
    paint: options.paint ?? createPainter(options.wasmFolder),
    charges: [],
    credits: options.credits ?? 1_000_000,
    faults: new FaultPlan(options.faults ?? [], random),
    origins: { polling: '', delivery: '', regional: options.regional === 'other-port' },
  };
  const [api, regional, delivery] = await Promise.all([
    listen(host, options.port ?? 0, (exchange) => answerApi(service, 'api', exchange)),
    listen(host, 0, (exchange) => answerApi(service, 'regional', exchange)),
    listen(host, 0, (exchange) => deliver(service, exchange)),
  ]);
  const pollingOrigin = service.origins.regional ? regional.origin : api.origin;
  service.origins = {
    ...service.origins,
    polling: options.publicPollingOrigin ?? pollingOrigin,
    delivery: options.publicDeliveryOrigin ?? delivery.origin,
  };
  return {
    baseUrl: `${api.origin}/v1`,
    deliveryOrigin: delivery.origin,
    pollingOrigin,
    requests: service.recorder.requests,
    charges: service.charges,
    get activeTasks() {
      return service.tasks.active(service.now()).length;
    },
    get faultTally() {
      return service.faults.tally;
    },
    get credits() {
      return service.credits;
    },
    setFaults: (rules) => {
      service.faults = new FaultPlan(rules, random);
    },
    dispose: async () => {
      await Promise.all([api.close(), regional.close(), delivery.close()]);
    },
  };
}
