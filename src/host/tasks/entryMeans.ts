import * as vscode from 'vscode';

import { modelOf } from '../../core/api/models';
import type { Provider } from '../../core/api/provider';
import type { JournalEntry } from '../../core/tasks/journalEntry';
import type { LoadReference } from './order';
import type { ProviderAccess } from '../providerAccess';
import { readSettings } from '../settings';
import type { TaskMeans } from './taskRunner';

export interface EntryMeansPorts {
  readonly providers: ProviderAccess;
  readonly loadReference: LoadReference;
}

/** What a task goes on with that only its entry remembers: the provider as the settings have it now, its key, its references. */
export class EntryMeans {
  constructor(private readonly ports: EntryMeansPorts) {}

  /** The entry's provider; `undefined` where the settings have none of that name that can be used. */
  async provider({ order }: JournalEntry): Promise<Provider | undefined> {
    return this.ports.providers.provider(order.provider).catch(() => undefined);
  }

  /** All that the task needs to go on. */
  async of(
    { order }: JournalEntry,
    provider: Provider,
    signal = new AbortController().signal,
  ): Promise<TaskMeans> {
    const { loadReference, providers } = this.ports;
    const { maxPixels } = modelOf(order.model).references;
    return {
      isResumed: true,
      provider,
      client: await providers.clientOf(provider),
      settings: readSettings(),
      parameters: order.parameters,
      references: () =>
        Promise.all(
          order.references.map((uri) => loadReference(vscode.Uri.parse(uri, true), maxPixels)),
        ),
      signal,
    };
  }

  /** Whether the service answers at all, whatever it says. */
  async isReachable(provider: Provider): Promise<boolean> {
    return this.ports.providers.isReachable(provider);
  }
}
