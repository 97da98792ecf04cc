import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { HostRun } from './hostRun';
import { listMakespan } from './listSchedule';
import { shareRows } from './makespanShares';
import { PeerRun } from './peerRun';
import { cpuMsOf, peakMemoryOf } from './processCpu';
import { comparedRow, inMs, inSeconds, type BenchPart, type BenchRow } from './row';
import { samplePicture } from './samplePicture';
import { ServiceWatch } from './serviceWatch';

const MODEL = 'flux-2-klein-4b';
/** Another one, so that nothing is learnt of it: ours polls as often as the SDK then. */
const WAITING_MODEL = 'flux-2-pro';
const PLACES = 24;
const FIRST_TASKS = 100;
const TASKS = 500;
const size = { width: 1664, height: 1248 };
const parameters = { ...size, output_format: 'png' };

/** While 24 tasks wait; in ms. */
const WAIT_MS = 30_000;
const SETTLED_MS = 3_000;
const WATCHED_MS = 20_000;

const MEGABYTE = 2 ** 20;

/** Five hundred pictures through 24 places: how long, with how much memory, and what waiting costs. */
export const part: BenchPart = {
  title: 'Throughput and memory',
  about: `The packaged extension in a real extension host orders ${String(FIRST_TASKS)} PNGs of 2 MP, then ${String(TASKS)} at once, from a simulator in another process with the latencies that were seen live (${MODEL}, 4.1 s in the middle, σ 0.15). *Ideal*: the same latencies in the same order through ${String(PLACES)} places, each taken again at once, pictures arriving at once; *of it*: where the time beyond that went, a place's share. *Memory*: heap and buffers after a garbage collection. *While ${String(PLACES)} tasks wait*: of processor time in ${String(WATCHED_MS / 1000)} s in which none is Ready and all are polled each half second, as nothing is learnt of the model; the extension host's own idling is taken off, and the SDK runs on the same Node.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const folder = await freshFolder('bench');
  try {
    const picture = await samplePicture(folder, size);
    const host = await measureHost(picture);
    const sdkMs = await waitingSdk(folder, picture);
    const megabytes = (size: number) => `${(size / MEGABYTE).toFixed(0)} MB`;
    const [first, last] = host.held;
    const bytes = TASKS * picture.length;
    return [
      comparedRow(
        `${String(TASKS)} pictures of ${(picture.length / MEGABYTE).toFixed(1)} MB, from the order to the last file`,
        {
          ours: host.run.ended - host.run.begun,
          peer: host.idealMs,
          peerName: 'ideal',
          words: inSeconds,
          limit: 1.05,
        },
      ),
      ...shareRows(host.run, host.idealMs),
      comparedRow(`held after ${String(FIRST_TASKS + TASKS)} pictures`, {
        ours: last,
        peer: first,
        peerName: `after ${String(FIRST_TASKS)}`,
        words: megabytes,
        limit: 1.2,
      }),
      comparedRow('the most memory at any moment, beyond that at the start', {
        ours: host.peakBytes,
        peer: bytes,
        peerName: 'all pictures',
        words: megabytes,
        limit: 0.25,
      }),
      comparedRow(`processor while ${String(PLACES)} tasks wait`, {
        ours: host.waitingMs,
        peer: sdkMs,
        peerName: 'SDK',
        words: inMs(),
        limit: 1,
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureHost(picture: Uint8Array) {
  const watch = new ServiceWatch(picture);
  const host = await HostRun.start(watch);
  try {
    const { rss } = await host.memory();
    await host.order({ model: MODEL, parameters, count: FIRST_TASKS });
    const first = (await host.memory()).held;
    watch.take();
    host.savedAt.clear();
    const begun = Date.now();
    await host.order({ model: MODEL, parameters, count: TASKS });
    const ended = Math.max(...host.savedAt.values());
    const tasks = watch.take();
    const durations = tasks.map(({ readyAt, createdAt }) => readyAt - createdAt);
    if (durations.length !== TASKS) throw new Error(`${String(durations.length)} were fetched.`);
    const peakBytes = (await peakMemoryOf(host.pid)) - rss;
    const last = (await host.memory()).held;
    const idleMs = await cpuOver(host.pid, WATCHED_MS);
    watch.latency = WAIT_MS;
    let waitingMs = 0;
    await host.order({ model: WAITING_MODEL, parameters, count: PLACES }, async (pid) => {
      waitingMs = (await cpuWhileWaiting(watch, pid)) - idleMs;
    });
    const idealMs = listMakespan(durations, PLACES);
    const run = { tasks, places: PLACES, begun, ended };
    return { run, idealMs, held: [first, last] as const, peakBytes, waitingMs };
  } finally {
    await host.stop();
  }
}

async function waitingSdk(folder: string, picture: Uint8Array): Promise<number> {
  const watch = new ServiceWatch(picture);
  watch.latency = WAIT_MS;
  const peers = await PeerRun.start(folder, watch);
  let ms = 0;
  try {
    const order = { way: 'sdk', model: WAITING_MODEL, ...size } as const;
    await peers.order({ ...order, count: PLACES, atOnce: PLACES }, async (pid) => {
      ms = await cpuWhileWaiting(watch, pid);
    });
    return ms;
  } finally {
    await peers.stop();
  }
}

/** From when all have been taken and it is quiet again, until long before the first is Ready. */
async function cpuWhileWaiting(watch: ServiceWatch, pid: number): Promise<number> {
  while (watch.acceptedTasks < PLACES) await pause(50);
  await pause(SETTLED_MS);
  return cpuOver(pid, WATCHED_MS);
}

async function cpuOver(pid: number, ms: number): Promise<number> {
  const before = await cpuMsOf(pid);
  await pause(ms);
  return (await cpuMsOf(pid)) - before;
}
