import type * as vscode from 'vscode';

import { systemClock } from '../../../src/core/clock';
import type { JournalEntry, JournalState } from '../../../src/core/tasks/journalEntry';
import type { RecordedRequest } from '../../../src/simulator/recorder';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../../src/simulator/simulator';
import { journalEntry } from '../../support/journalEntry';
import { freshFolder, namesIn } from './flux';
import { entriesIn, leaveEntries } from './storage';
import { until } from './until';
import { KEY, openWindow } from './window';

const smallPicture = { prompt: 'A red boat', width: 64, height: 64 };

/** A service, and a global storage in which a window that is gone has left something. */
export class Scene {
  readonly globalStorage = freshFolder();
  readonly target = freshFolder();
  private readonly windows: ReturnType<typeof openWindow>[] = [];

  private constructor(readonly simulator: Simulator) {}

  static async set(options: SimulatorOptions = {}): Promise<Scene> {
    return new Scene(await startSimulator({ key: KEY, latency: 'instant', ...options }));
  }

  open(more: Partial<Parameters<typeof openWindow>[0]> = {}) {
    const { baseUrl } = this.simulator;
    const { globalStorage } = this;
    const window = openWindow({ provider: 'bfl', baseUrl, globalStorage, ...more });
    this.windows.push(window);
    return window;
  }

  entry(state: JournalState, more: Parameters<typeof journalEntry>[0] = {}): JournalEntry {
    const order = {
      baseUrl: this.simulator.baseUrl,
      destination: { folder: this.target.toString() },
      orderedAt: systemClock.now(),
      ...more.order,
    };
    return journalEntry({ window: 'gone', ...more, order, state });
  }

  leave(...entries: readonly JournalEntry[]): Promise<void> {
    return leaveEntries(this.globalStorage, ...entries);
  }

  /** Makes a task at the service, as the window that is gone did; its POST does not count as one of `posts`. */
  async atService(): Promise<{ readonly id: string; readonly pollingUrl: string }> {
    const response = await fetch(`${this.simulator.baseUrl}/flux-2-pro`, {
      method: 'POST',
      headers: { 'x-key': KEY, 'content-type': 'application/json', 'x-by': 'window-gone' },
      body: JSON.stringify(smallPicture),
    });
    const { id, polling_url } = (await response.json()) as { id: string; polling_url: string };
    return { id, pollingUrl: polling_url };
  }

  /** As `atService`, with the link of its picture. */
  async ready() {
    const created = await this.atService();
    const response = await fetch(created.pollingUrl, { headers: { 'x-key': KEY } });
    const { result } = (await response.json()) as { result: { sample: string } };
    return { phase: 'ready', at: 1, created, finished: { sample: result.sample } } as const;
  }

  requests(fits: (request: RecordedRequest) => boolean): number {
    return this.simulator.requests.filter(fits).length;
  }

  /** Creates that windows under test have sent. */
  get posts(): number {
    return this.requests(
      ({ method, headers }) => method === 'POST' && headers['x-by'] === undefined,
    );
  }

  entries(): Promise<Map<string, JournalEntry>> {
    return entriesIn(this.globalStorage);
  }

  /** Resolves when no entry is left. */
  async untilDone(): Promise<void> {
    await until('the journal is empty', async () => (await this.entries()).size === 0);
  }

  async pictures(folder: vscode.Uri = this.target): Promise<number> {
    const names = await namesIn(folder).catch(() => []);
    return names.filter((name) => /^[^.].*\.(png|jpe?g)$/.test(name)).length;
  }

  async end(): Promise<void> {
    for (const { engine } of this.windows) engine.dispose();
    await this.simulator.dispose();
  }
}
