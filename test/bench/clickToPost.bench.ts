import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { hostOf, newestHost } from '../../scripts/lib/hosts.mjs';
import { installPacked } from '../../scripts/lib/packedExtension.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/processes.mjs';
import { startSimulator, type Simulator } from '../../src/simulator/simulator';
import { openPanel } from '../support/frames';
import { useApiKey } from '../support/keys';
import { runCommand } from '../support/palette';
import { probePackage } from './probePackage';
import { withRealEditor, type RealEditor } from './realEditor';
import { comparedRow, inMs, type BenchPart, type BenchRow } from './row';
import { timingOf, type Timing } from './timing';
import { untilTrue } from './untilTrue';

const WINDOWS = 3;
const CLICKS = 8;
const COUNT = WINDOWS * CLICKS;
const KEY = 'bench-key';
const MODEL = 'flux-2-pro';
/** Beside the bare script. */
const LIMIT = 3;

/** How long a person's click takes to be a request, with the task on the disk before. */
export const part: BenchPart = {
  title: 'Click → POST on the wire',
  about: `A real editor (${newestHost}) with the packed extension and a service on loopback, ${String(COUNT)} clicks on Generate in ${String(WINDOWS)} windows, one after the other, and as many orders through the API of the extension; from the click in the page, or the call, until the service hears of the POST, by the machine's clock in whole ms. The journal's flush is in it. Beside it a bare script in the same Node that writes a file, flushes it to the disk and posts with \`fetch\` to the same service. The hop is the workbench's own way from a page to an extension, measured with clicks in a page that does nothing else. The mean of the middle half.`,
  measure,
};

/** All in ms. */
interface Times {
  readonly cold: number[];
  readonly clicks: number[];
  readonly calls: number[];
  readonly hops: number[];
  readonly bare: number[];
  readonly bareCold: number[];
}

async function measure(): Promise<readonly BenchRow[]> {
  const times: Times = { cold: [], clicks: [], calls: [], hops: [], bare: [], bareCold: [] };
  const arrivals: number[] = [];
  const service = await startSimulator({
    key: KEY,
    latency: 'instant',
    wasmFolder: join(root, 'dist'),
    onStage: (stage) => {
      if (stage === 'create-arrived') arrivals.push(Date.now());
    },
  });
  const results = await freshFolder('clickToPost', 'results');
  const env = {
    FLUX_ASSETS_PROBE_COUNT: String(COUNT),
    FLUX_ASSETS_PROBE_HOPS: join(results, 'hops.json'),
    FLUX_ASSETS_PROBE_ORDERS: join(results, 'orders.json'),
  };
  const options = {
    extensionsFolder: await installPacked('clickToPost'),
    more: [await probePackage()],
    env,
    settings: {
      'fluxAssets.provider': 'custom',
      'fluxAssets.custom.baseUrl': service.baseUrl,
      'fluxAssets.custom.authHeader': 'x-key',
      'fluxAssets.custom.polling': 'polling_url',
    },
  };
  try {
    await withRealEditor('clickToPost', options, async (editor) => {
      // In a window of its own: it reads the engine.
      const first = await editor.open();
      await useApiKey(first, KEY);
      await first.close();
      for (let n = 0; n < WINDOWS; n += 1) {
        await clickIn(editor, arrivals, times);
        await bareOrders(service, arrivals, times);
      }
      const page = await editor.open();
      await runCommand(page, 'Probe: Measure Hops');
      await clickHops(page);
      times.hops.push(...(await written(env.FLUX_ASSETS_PROBE_HOPS)));
      const before = arrivals.length;
      await runCommand(page, 'Probe: Order Pictures');
      const called = await written(env.FLUX_ASSETS_PROBE_ORDERS);
      times.calls.push(...between(called, arrivals.slice(before)).slice(1));
    });
  } finally {
    await service.dispose();
  }
  return rowsOf(times);
}

/** The first click in a window, and more that find everything warm. */
async function clickIn(editor: RealEditor, arrivals: readonly number[], times: Times) {
  const page = await editor.open();
  const panel = await openPanel(page);
  await panel.getByRole('spinbutton', { name: 'Width', exact: true }).fill('64');
  await panel.getByRole('spinbutton', { name: 'Height', exact: true }).fill('64');
  await panel
    .locator('html')
    .evaluate(
      'document.addEventListener("click", () => { globalThis.clickedAt = Date.now(); }, true)',
    );
  for (let n = 0; n <= CLICKS; n += 1) {
    await panel.getByRole('textbox', { name: 'Prompt' }).fill(`Boat ${String(n)}`);
    const saved = await pictures(editor);
    const before = arrivals.length;
    await page.waitForTimeout(300);
    await panel.getByRole('button', { name: /^Generate/ }).click();
    // The next one finds a window at rest.
    await untilTrue(async () => (await pictures(editor)) > saved);
    const clickedAt: unknown = await panel.locator('html').evaluate('globalThis.clickedAt');
    (n === 0 ? times.cold : times.clicks).push(
      (arrivals[before] ?? Number.NaN) - Number(clickedAt),
    );
  }
  await page.close();
}

async function clickHops(page: Page) {
  const button = page
    .frameLocator('iframe.webview[src*="extensionId=flux-assets.flux-assets-probe"]')
    .frameLocator('#active-frame')
    .getByRole('button', { name: 'Hop' });
  for (let n = 0; n < COUNT; n += 1) {
    await button.click();
    await page.waitForTimeout(300);
  }
}

async function pictures({ folder }: RealEditor): Promise<number> {
  const names = await readdir(join(folder, 'assets')).catch(() => []);
  return names.filter((name) => /\.(png|jpe?g|webp)$/.test(name)).length;
}

async function bareOrders({ baseUrl }: Simulator, arrivals: readonly number[], times: Times) {
  const before = arrivals.length;
  const script = join(root, 'test', 'bench', 'probe', 'bareOrder.mjs');
  const folder = await freshFolder('clickToPost', 'bare');
  const args = [script, `${baseUrl}/${MODEL}`, KEY, folder, String(CLICKS + 1)];
  const begun = JSON.parse(await run(hostOf(newestHost).node, args)) as number[];
  const [first = Number.NaN, ...warm] = between(begun, arrivals.slice(before));
  times.bareCold.push(first);
  times.bare.push(...warm);
}

function between(begun: readonly number[], arrived: readonly number[]): readonly number[] {
  return begun.map((time, n) => (arrived[n] ?? Number.NaN) - time);
}

async function written(file: string): Promise<readonly number[]> {
  await untilTrue(() =>
    readFile(file).then(
      () => true,
      () => false,
    ),
  );
  return JSON.parse(await readFile(file, 'utf8')) as number[];
}

function rowsOf(times: Times): readonly BenchRow[] {
  const [bare, hop] = [timingOf(times.bare), timingOf(times.hops)];
  const clicks = timingOf(times.clicks);
  const beside = (figure: string, ours: Timing, peer: Timing, limit?: number) =>
    comparedRow(figure, {
      ours: ours.middle,
      peer: peer.middle,
      peerName: 'bare script',
      words: inMs(1),
      spread: ours.spread,
      ...(limit !== undefined && { limit }),
    });
  return [
    beside("the workbench's hop alone", hop, bare),
    beside('click → POST, the hop taken off', withoutHop(clicks, hop), bare, LIMIT),
    beside('click → POST', clicks, bare),
    beside('call of the API → POST', timingOf(times.calls), bare, LIMIT),
    beside("a window's first click → POST", timingOf(times.cold), timingOf(times.bareCold)),
  ];
}

function withoutHop({ middle, spread }: Timing, hop: Timing): Timing {
  return { middle: middle - hop.middle, spread };
}
