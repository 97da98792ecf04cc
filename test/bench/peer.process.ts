import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createBlackForestLabs } from '@ai-sdk/black-forest-labs';

/** What a peer is to do: `count` pictures, so many at a time. */
export interface PeerOrder {
  readonly way: PeerWay;
  readonly baseUrl: string;
  readonly key: string;
  /** Where results really are, and the name that they have in the answers. */
  readonly delivery: { readonly origin: string; readonly publicOrigin: string };
  readonly model: string;
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly atOnce: number;
  readonly folder: string;
}

/** The SDK; plain scripts that poll each second or ever more seldom; such that poll often, and may flush what they write. */
export type PeerWay = 'sdk' | '1 s' | 'backoff' | 'bare' | 'flushed';

/** A picture in its place. */
export interface PeerPicture {
  readonly seed: number;
  /** Wall-clock ms since the epoch. */
  readonly savedAt: number;
}

/** Ms until the next poll after one at `elapsedMs`. */
const waits: Readonly<Record<Exclude<PeerWay, 'sdk'>, (elapsedMs: number) => number>> = {
  '1 s': () => 1000,
  bare: () => 50,
  flushed: () => 50,
  backoff: (elapsedMs) => Math.min(0.5 * elapsedMs + 500, 5000),
};

process.on('message', (order: PeerOrder) => {
  void runAll(order).then((pictures) => process.send?.(pictures));
});

async function runAll(order: PeerOrder): Promise<readonly PeerPicture[]> {
  const make = order.way === 'sdk' ? sdkMaker(order) : plainMaker(order, order.way);
  const pictures: PeerPicture[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun < order.count) {
      begun += 1;
      const number = begun;
      const { seed, save } = await make();
      await save(join(order.folder, `${String(number)}.png`));
      pictures.push({ seed, savedAt: Date.now() });
    }
  };
  await Promise.all(Array.from({ length: order.atOnce }, worker));
  return pictures;
}

type Maker = () => Promise<{
  readonly seed: number;
  readonly save: (path: string) => Promise<void>;
}>;

/** The SDK as it comes; it fetches from no loopback address, so results have a public name. */
function sdkMaker({ baseUrl, key, delivery, model, width, height }: PeerOrder): Maker {
  const provider = createBlackForestLabs({
    apiKey: key,
    baseURL: baseUrl,
    fetch: (input, init) =>
      fetch(
        typeof input === 'string' ? input.replace(delivery.publicOrigin, delivery.origin) : input,
        init,
      ),
  });
  const image = provider.image(model);
  return async () => {
    const { images, providerMetadata } = await image.doGenerate({
      prompt: 'A red boat',
      n: 1,
      size: undefined,
      aspectRatio: undefined,
      seed: undefined,
      files: undefined,
      mask: undefined,
      providerOptions: { blackForestLabs: { width, height, outputFormat: 'png' } },
    });
    const [facts] = providerMetadata?.['blackForestLabs']?.images ?? [];
    return {
      seed: (facts as { readonly seed: number }).seed,
      save: (path) => writeFile(path, images[0] as Uint8Array),
    };
  };
}

/** What a script does: POST, poll, a bare `fetch` and a write. */
function plainMaker(order: PeerOrder, way: Exclude<PeerWay, 'sdk'>): Maker {
  const { baseUrl, key, delivery, model, width, height } = order;
  const headers = { 'x-key': key, 'content-type': 'application/json' };
  const ask = async (url: string, init: RequestInit = {}) =>
    (await (await fetch(url, { ...init, headers })).json()) as {
      readonly id: string;
      readonly status?: string;
      readonly result: { readonly sample: string; readonly seed: number };
    };
  return async () => {
    const body = JSON.stringify({ prompt: 'A red boat', width, height, output_format: 'png' });
    const { id } = await ask(`${baseUrl}/${model}`, { method: 'POST', body });
    const taken = performance.now();
    for (;;) {
      const elapsed = performance.now() - taken;
      await new Promise((resolve) => setTimeout(resolve, waits[way](elapsed)));
      const { status, result } = await ask(`${baseUrl}/get_result?id=${id}`);
      if (status !== 'Ready') continue;
      const url = result.sample.replace(delivery.publicOrigin, delivery.origin);
      return { seed: result.seed, save: (path) => fetchInto(path, url, way === 'flushed') };
    }
  };
}

async function fetchInto(path: string, url: string, isFlushed: boolean): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  await writeFile(path, bytes, { flush: isFlushed });
  if (!isFlushed) return;
  const folder = await open(join(path, '..'), 'r');
  await folder.sync().finally(() => folder.close());
}
