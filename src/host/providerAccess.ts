import { FluxClient } from '../core/api/client';
import type { Provider, ProviderId } from '../core/api/provider';
import { resolveProvider } from '../core/api/providers';
import type { Transport } from '../core/api/transport';
import { systemClock } from '../core/clock';
import type { Log } from '../core/log';
import type { ApiKeys } from './apiKeys';
import { readSettings, type Settings } from './settings';

export interface ProviderAccessPorts {
  readonly keys: Pick<ApiKeys, 'get'>;
  readonly transport: Transport;
  readonly log: Log;
  /** Starts the simulator; its base URL. */
  readonly demoBaseUrl: () => Promise<string>;
  /** What an id stands for; `resolveProvider` unless a test puts a service of its own in the place of one. */
  readonly resolve?: typeof resolveProvider;
}

/** A person waits for the answer, so it is not retried for long. In ms. */
const BALANCE_MS = 15_000;
/** Whether a service is there shows sooner. In ms. */
const REACHABLE_MS = 5000;

/** The providers as the settings have them, and clients that speak to them. */
export class ProviderAccess {
  constructor(private readonly ports: ProviderAccessPorts) {}

  /** The provider of that id; starts the simulator for `demo`. Rejects with `GenerationFailure` where it cannot be used. */
  async provider(id: ProviderId, settings: Settings = readSettings()): Promise<Provider> {
    const demo = id === 'demo' ? { demoBaseUrl: await this.ports.demoBaseUrl() } : {};
    const { resolve = resolveProvider } = this.ports;
    return resolve(id, { ...settings, ...demo });
  }

  /** A client for a provider, with its key where it has one. */
  client(provider: Provider, key: string | undefined): FluxClient {
    const { transport, log } = this.ports;
    return new FluxClient({
      provider,
      ...(key === undefined ? {} : { key }),
      transport,
      clock: systemClock,
      random: Math.random,
      log,
    });
  }

  /** As `client`, with the key that is stored now. */
  async clientOf(provider: Provider): Promise<FluxClient> {
    return this.client(provider, await this.ports.keys.get(provider.id));
  }

  /** The balance in credits: a free check of the key. `undefined` where it cannot be asked for. */
  async balance(id: ProviderId): Promise<number | undefined> {
    const provider = await this.provider(id);
    if (!provider.hasCredits) return undefined;
    const client = await this.clientOf(provider);
    const deadline = systemClock.now() + BALANCE_MS;
    return client.credits({ signal: new AbortController().signal, deadline });
  }

  /** Whether the service answers at all, whatever it says; without the key. */
  async isReachable(provider: Provider): Promise<boolean> {
    const signal = AbortSignal.timeout(REACHABLE_MS);
    try {
      const url = provider.baseUrl;
      const response = await this.ports.transport({ method: 'GET', url, headers: {}, signal });
      await response.discard();
      return true;
    } catch {
      return false;
    }
  }
}
