import * as vscode from 'vscode';

import { providerIds, type ProviderId } from '../core/api/provider';
import { Disposable } from './disposable';

/**
 * The API keys, one per provider, kept in SecretStorage alone. What was read of it stays in memory while the window lives:
 * the storage is the workbench's, and a click would wait for a busy window to answer, longer than for the disk. Pages
 * learn only whether there is a key.
 */
export class ApiKeys extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private known: ReadonlyMap<ProviderId, string> = new Map();
  /** How often this window has written: what was asked for before that is out of date. */
  private writes = 0;

  constructor(private readonly secrets: vscode.SecretStorage) {
    super();
    this.register(
      secrets.onDidChange(() => {
        // What could not be read now is read again with the next request.
        this.refresh().catch(() => undefined);
      }),
    );
  }

  /** Looks again which of these have a key. To be awaited once for all before `isReady` is asked. */
  async refresh(ids: readonly ProviderId[] = providerIds): Promise<void> {
    const { writes } = this;
    const found = await Promise.all(ids.map(async (id) => [id, await this.read(id)] as const));
    if (writes !== this.writes) return;
    if (found.every(([id, key]) => this.known.get(id) === key)) return;
    const known = new Map(this.known);
    for (const [id, key] of found) {
      if (key === undefined) known.delete(id);
      else known.set(id, key);
    }
    this.known = known;
    if (!this.disposed) this.changed.fire();
  }

  /** Whether the provider can be used: it needs no key, or one is stored. */
  isReady(provider: ProviderId): boolean {
    return provider === 'demo' || this.known.has(provider);
  }

  /** The key as it was last seen, and looks again for the next time; else what the storage says. */
  async get(provider: ProviderId): Promise<string | undefined> {
    const known = this.known.get(provider);
    if (known === undefined) return this.read(provider);
    this.refresh([provider]).catch(() => undefined);
    return known;
  }

  async set(provider: ProviderId, key: string): Promise<void> {
    await this.secrets.store(secretName(provider), key);
    this.writes += 1;
    await this.refresh();
  }

  async remove(provider: ProviderId): Promise<void> {
    // Before anything is awaited: from now on nothing is sent with it.
    this.writes += 1;
    this.known = new Map([...this.known].filter(([id]) => id !== provider));
    await this.secrets.delete(secretName(provider));
    this.writes += 1;
    await this.refresh();
    if (!this.disposed) this.changed.fire();
  }

  private async read(provider: ProviderId): Promise<string | undefined> {
    const key = await this.secrets.get(secretName(provider));
    return key === undefined || key === '' ? undefined : key;
  }
}

function secretName(provider: ProviderId): string {
  return `fluxAssets.apiKey.${provider}`;
}
