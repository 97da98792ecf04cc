import { AssetSearch } from '../../../src/core/assets/assetSearch';
import { prepareSearch } from '../../../src/host/pages/prepareSearch';
import type { HistoryIntent, HistoryState } from '../../../src/protocol/history';
import { partLength, partStart } from '../../../src/protocol/historyPart';
import type { StateMessage } from '../../../src/protocol/page';
import type { AssetView, PanelIntent, PanelState, TaskView } from '../../../src/protocol/panel';
import { StateFeed } from '../../../src/protocol/stateFeed';

/** The host's end of a page: what it answers to an intent, and what it says by itself. */
export interface BenchHost {
  /** How many pictures its page holds when all of it is drawn. */
  readonly rows: number;
  hear(intent: unknown): StateMessage<object> | undefined;
}

const subjects = ['Lighthouse', 'Harbour', 'Owl', 'Fox', 'Kettle', 'Bicycle', 'Forest', 'Library'];
const lights = ['dusk', 'dawn', 'noon', 'midnight', 'a storm'];
const manners = ['travel poster', 'woodcut', 'watercolour', 'photograph'];

/** Each another one, of words that a search tells apart key by key. */
function promptOf(index: number): string {
  const pick = (words: readonly string[], every: number) =>
    words[Math.floor(index / every) % words.length] ?? '';
  const [subject, light, manner] = [pick(subjects, 1), pick(lights, 8), pick(manners, 40)];
  return `${subject} number ${String(index)} on a cliff at ${light}, in the manner of an old ${manner}, wide, soft light`;
}

/** A picture's view, as long as real ones; each has an address of its own. */
export function assetView(index: number, origin: string): AssetView {
  const name = `lighthouse-${String(index)}.jpg`;
  return {
    id: `3b241101-e2bb-4255-8caf-${String(index).padStart(12, '0')}`,
    prompt: promptOf(index),
    model: index % 3 === 0 ? 'flux-dev' : 'flux-2-pro',
    name,
    src: `${origin}/picture/home/somebody/projects/site/public/assets/${name}`,
    missing: false,
    width: 1024,
    height: 768,
    format: 'jpeg',
    seed: index,
    cost: '4.5 credits ($0.045)',
    createdAt: Date.UTC(2026, 2, 27),
  };
}

/** The history's host, as `historyView.ts` is it, over `count` pictures. */
export class HistoryHost implements BenchHost {
  private readonly feed = new StateFeed<HistoryState>();
  private readonly search = new AssetSearch();
  private shown = { query: '', start: 0 };
  private assets: readonly ReturnType<HistoryHost['assetAt']>[];

  constructor(
    count: number,
    private readonly origin: string,
  ) {
    this.assets = Array.from({ length: count }, (_, index) => this.assetAt(count - index));
  }

  hear(intent: unknown): StateMessage<object> | undefined {
    const known = intent as HistoryIntent;
    if (known.type === 'ready') {
      this.feed.reset();
      void prepareSearch(this.search, this.assets);
    } else if (known.type === 'show') this.shown = known;
    else return undefined;
    return this.feed.next(this.state());
  }

  get rows(): number {
    return partLength(this.assets.length);
  }

  /** A picture more; what the page is sent. */
  add(): StateMessage<object> {
    this.assets = [this.assetAt(this.assets.length + 1), ...this.assets];
    return this.feed.next(this.state());
  }

  /** All that there is, as a page would get it that is sent everything. */
  get whole(): readonly object[] {
    return this.assets.map(({ view }) => view);
  }

  private assetAt(index: number) {
    const view = assetView(index, this.origin);
    return { ...view, uri: view.src ?? '', view };
  }

  private state(): HistoryState {
    const found = this.search.find(this.assets, this.shown.query);
    const start = partStart(this.shown.start, found.length);
    const part = found.slice(start, start + partLength(found.length));
    const assets = part.map(({ view }) => view);
    return {
      total: this.assets.length,
      query: this.shown.query,
      found: found.length,
      start,
      assets,
    };
  }
}

/** The panel's host with all the results that a panel shows and 24 tasks that run. */
export class PanelHost implements BenchHost {
  private readonly feed = new StateFeed<PanelState>();
  private readonly results: readonly AssetView[];
  private tasks: readonly TaskView[] = Array.from({ length: 24 }, (_, index) => ({
    id: `3b241101-e2bb-4255-8caf-${String(index).padStart(12, '0')}`,
    prompt: promptOf(index),
    model: 'flux-2-pro',
    phase: 'running',
    status: 'At the service: Pending',
    startedAt: Date.UTC(2026, 2, 27),
  }));

  constructor(origin: string) {
    this.results = Array.from({ length: 48 }, (_, index) => assetView(index, origin));
  }

  hear(intent: unknown): StateMessage<object> | undefined {
    const known = intent as PanelIntent;
    if (known.type !== 'ready') return undefined;
    this.feed.reset();
    return this.feed.next(this.state());
  }

  get rows(): number {
    return this.results.length;
  }

  /** A task moves on; what the page is sent. */
  moveOn(index: number): StateMessage<object> {
    this.tasks = this.tasks.map((task, each) =>
      each === index ? { ...task, progress: 0.5, status: 'At the service: Generating' } : task,
    );
    return this.feed.next(this.state());
  }

  /** All that the page shows. */
  state(): PanelState {
    return {
      provider: 'bfl',
      money: { currency: 'USD', perCredit: 0.01 },
      providers: [{ id: 'bfl', label: 'Black Forest Labs', ready: true }],
      defaultModel: 'flux-2-pro',
      defaultFormat: 'auto',
      references: [],
      tasks: this.tasks,
      results: this.results,
      moreInHistory: true,
    };
  }
}
