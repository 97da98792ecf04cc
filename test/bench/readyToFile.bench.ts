import { rm } from 'node:fs/promises';

import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import type { FaultRule } from '../../src/simulator/faults';
import { HostRun } from './hostRun';
import type { PeerWay } from './peer.process';
import { PeerRun } from './peerRun';
import { filingRows, latenessRows, outcomeOf, type WayOutcome } from './readyOutcome';
import type { BenchPart, BenchRow } from './row';
import { samplePicture } from './samplePicture';
import { ServiceWatch } from './serviceWatch';

const MODELS = ['flux-2-klein-4b', 'flux-dev'] as const;
const AT_ONCE = 24;
const TASKS = 48;
/** One after the other, so that nothing else of the same client holds them up. */
const SINGLES = 15;
const SINGLE_MS = 300;
const size = { width: 1024, height: 1024 };
const parameters = { ...size, output_format: 'png' };

/** As at home: a picture of 1 MP takes a quarter of a second. */
const line: readonly FaultRule[] = [
  { on: 'download', probability: 1, fault: { kind: 'slow', pieces: 25, pauseMs: 10 } },
];

/** How the pictures of singles come. */
const WAYS: readonly (readonly [string, readonly FaultRule[]])[] = [
  ['loopback', []],
  ['line', line],
];

/** From Ready to the file in its place, in real time: the extension in a real extension host beside what others do. */
export const part: BenchPart = {
  title: 'Ready → file',
  about: `Real time: the packaged extension in a real extension host, peers in processes of their own on the same Node, each at a simulator with the latencies that were seen live (\`plausible\`, σ 0.15; 3.2 s and 4.7 s in the middle, not scaled), ${String(AT_ONCE)} tasks of ${String(TASKS)} at a time, for ours after ${String(AT_ONCE)} of the model. The service's clock tells when a task was Ready and when a poll noticed it. *Noticed → in its place*: of a PNG of 1 MP, one after the other, the median; over loopback, where a bare \`fetch\` and write takes a few ms and what ours does for what is paid (two flushed records, a flushed picture with its metadata in it, its folder) is nearly all of the time, and over a line on which the transfer takes a quarter of a second, as at home. *flushed* is the same script with the picture and its folder flushed, which is the least that outlives a power cut.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const folder = await freshFolder('bench');
  try {
    const picture = await samplePicture(folder, size);
    const ours = await measureHost(picture);
    const peers = new Map<PeerWay, WayOutcome>();
    for (const way of ['sdk', '1 s', 'backoff', 'bare', 'flushed'] as const)
      peers.set(way, await measurePeer(folder, picture, way));
    const of = (way: PeerWay) => peers.get(way) ?? {};
    return [
      ...MODELS.flatMap((model) =>
        latenessRows(model, ours, { sdk: of('sdk'), '1 s': of('1 s'), '0.5 → 5 s': of('backoff') }),
      ),
      ...filingRows('over a line', 'line', ours, of('bare'), of('flushed')),
      ...filingRows('over loopback', 'loopback', ours, of('bare'), of('flushed')),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureHost(picture: Uint8Array): Promise<WayOutcome> {
  const watch = new ServiceWatch(picture);
  const host = await HostRun.start(watch);
  const outcome: WayOutcome = {};
  try {
    for (const model of MODELS) {
      await host.order({ model, parameters, count: AT_ONCE });
      watch.take();
      await host.order({ model, parameters, count: TASKS });
      outcome[model] = outcomeOf(watch.take(), host.savedAt);
    }
    watch.latency = SINGLE_MS;
    for (const [name, faults] of WAYS) {
      host.misbehave(faults);
      for (let n = 0; n < SINGLES; n += 1)
        await host.order({ model: MODELS[0], parameters, count: 1 });
      outcome[name] = outcomeOf(watch.take(), host.savedAt);
    }
    return outcome;
  } finally {
    await host.stop();
  }
}

async function measurePeer(folder: string, picture: Uint8Array, way: PeerWay): Promise<WayOutcome> {
  const watch = new ServiceWatch(picture);
  const peer = await PeerRun.start(folder, watch);
  const outcome: WayOutcome = {};
  try {
    if (way === 'bare' || way === 'flushed') {
      watch.latency = SINGLE_MS;
      for (const [name, faults] of WAYS) {
        peer.misbehave(faults);
        const order = { way, model: MODELS[0], ...size, count: SINGLES, atOnce: 1 };
        const saved = await peer.order(order);
        outcome[name] = outcomeOf(watch.take(), saved);
      }
    } else {
      for (const model of MODELS) {
        const saved = await peer.order({ way, model, ...size, count: TASKS, atOnce: AT_ONCE });
        outcome[model] = outcomeOf(watch.take(), saved);
      }
    }
    return outcome;
  } finally {
    await peer.stop();
  }
}
