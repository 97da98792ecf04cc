import { Agent } from 'undici';

import { createConnector } from './connector';
import type { NetworkSettings } from './networkSettings';
import { SystemTrust } from './systemTrust';

interface ConnectionsOptions {
  /** How the network is reached now; asked for each request. */
  readonly settings: () => NetworkSettings;
  /** For each step of making a connection. */
  readonly connectTimeoutMs: number;
}

/** Kept-alive connections, made as the settings say. Those of settings that have changed end with their last request. */
export class Connections {
  private current: { readonly settings: string; readonly agent: Agent } | undefined;
  private readonly agents = new Set<Agent>();
  private readonly trust = new SystemTrust();

  constructor(private readonly options: ConnectionsOptions) {}

  /** The agent for a request that is made now. */
  agent(): Agent {
    const settings = this.options.settings();
    const key = JSON.stringify(settings);
    if (this.current?.settings !== key) {
      if (this.current !== undefined) this.retire(this.current.agent);
      this.current = { settings: key, agent: this.agentFor(settings) };
    }
    return this.current.agent;
  }

  /** Ends all connections at once. */
  async close(): Promise<void> {
    await Promise.all([...this.agents].map((agent) => agent.destroy()));
  }

  private agentFor(settings: NetworkSettings): Agent {
    const { connectTimeoutMs } = this.options;
    // undici counts its time-outs from the first byte sent, so they would cut off a long upload; core watches each leg.
    const agent = new Agent({
      connect: createConnector({ settings, trust: this.trust, timeoutMs: connectTimeoutMs }),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.agents.add(agent);
    return agent;
  }

  private retire(agent: Agent): void {
    void agent.close().then(() => this.agents.delete(agent));
  }
}
