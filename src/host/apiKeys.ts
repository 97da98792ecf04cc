import * as vscode from 'vscode';

import { providerIds, type ProviderId } from '../core/api/provider';
import { Disposable } from './disposable';

/** The API keys, one per provider, in SecretStorage and nowhere else. Pages learn only whether there is one. */
export class ApiKeys extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private present: ReadonlySet<ProviderId> = new Set();

  constructor(private readonly secrets: vscode.SecretStorage) {
    super();
    this.register(
      secrets.onDidChange(() => {
        // What could not be read now is read again with the next request.
        this.refresh().catch(() => undefined);
      }),
    );
  }

  /** Looks again which providers have a key. To be awaited once before `has` is asked. */
  async refresh(): Promise<void> {
    const found = await Promise.all(
      providerIds.map(async (id) => ((await this.get(id)) === undefined ? undefined : id)),
    );
    this.present = new Set(found.filter((id) => id !== undefined));
    if (!this.disposed) this.changed.fire();
  }

  /** Whether the provider can be used: it needs no key, or one is stored. */
  isReady(provider: ProviderId): boolean {
    return provider === 'demo' || this.present.has(provider);
  }

  async get(provider: ProviderId): Promise<string | undefined> {
    const key = await this.secrets.get(secretName(provider));
    return key === undefined || key === '' ? undefined : key;
  }

  async set(provider: ProviderId, key: string): Promise<void> {
    await this.secrets.store(secretName(provider), key);
    await this.refresh();
  }

  async remove(provider: ProviderId): Promise<void> {
    await this.secrets.delete(secretName(provider));
    await this.refresh();
  }
}

function secretName(provider: ProviderId): string {
  return `fluxAssets.apiKey.${provider}`;
}
