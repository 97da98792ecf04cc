import type { LookupFunction } from 'node:net';

import { Agent } from 'undici';

import { createConnector } from './connector';
import type { NetworkSettings } from './networkSettings';
import { createPublicLookup } from './publicLookup';
import { SystemTrust } from './systemTrust';

interface ConnectionsOptions {
  /** How the network is reached now; asked for each request. */
  readonly settings: () => NetworkSettings;
  /** For each step of making a connection. */
  readonly connectTimeoutMs: number;
}

/** One for hosts that are trusted to be where they are, and one for those that an answer has named. */
interface Agents {
  readonly any: Agent;
  readonly public: Agent;
}

const publicLookup = createPublicLookup();

/** Kept-alive connections, made as the settings say. Those of settings that have changed end with their last request. */
export class Connections {
  private current: { readonly settings: string; readonly agents: Agents } | undefined;
  private readonly agents = new Set<Agent>();
  private readonly trust = new SystemTrust();

  constructor(private readonly options: ConnectionsOptions) {}

  /** The agent for a request that is made now; `publicOnly` refuses names that lead into private networks. */
  agent(publicOnly: boolean): Agent {
    const settings = this.options.settings();
    const key = JSON.stringify(settings);
    if (this.current?.settings !== key) {
      if (this.current !== undefined) this.retire(this.current.agents);
      const agents = {
        any: this.agentFor(settings),
        public: this.agentFor(settings, publicLookup),
      };
      this.current = { settings: key, agents };
    }
    const { agents } = this.current;
    return publicOnly ? agents.public : agents.any;
  }

  /** Ends all connections at once. */
  async close(): Promise<void> {
    await Promise.all([...this.agents].map((agent) => agent.destroy()));
  }

  private agentFor(settings: NetworkSettings, lookup?: LookupFunction): Agent {
    const { connectTimeoutMs } = this.options;
    // undici counts its time-outs from the first byte sent, so they would cut off a long upload; core watches each leg.
    const agent = new Agent({
      connect: createConnector({
        settings,
        trust: this.trust,
        timeoutMs: connectTimeoutMs,
        ...(lookup !== undefined && { lookup }),
      }),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.agents.add(agent);
    return agent;
  }

  private retire(agents: Agents): void {
    for (const agent of [agents.any, agents.public]) {
      void agent.close().then(() => this.agents.delete(agent));
    }
  }
}
