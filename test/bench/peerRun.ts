import { fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { bundled } from '../../scripts/lib/chaos/bundled.mjs';
import { hostOf, newestHost } from '../../scripts/lib/hosts.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import type * as simulatorModule from '../../src/simulator/simulator';
import type { FaultRule } from '../../src/simulator/faults';
import type { PeerOrder, PeerPicture } from './peer.process';
import type { ServiceWatch } from './serviceWatch';

/** A name under which results are not on loopback: the SDK fetches none from there. */
const PUBLIC = 'https://delivery.example.com';
const KEY = 'peer-key';

/** A service of the peers' own, and peers in processes of their own on the Node that the extension host has. */
export class PeerRun {
  private constructor(
    private readonly folder: string,
    private readonly program: string,
    private readonly simulator: simulatorModule.Simulator,
  ) {}

  /** `folder` is inside the repository and gone in the end. */
  static async start(folder: string, watch: ServiceWatch): Promise<PeerRun> {
    const { startSimulator } = (await bundled(
      folder,
      'src/simulator/simulator.ts',
    )) as typeof simulatorModule;
    const program = await buildPeer(folder);
    const simulator = await startSimulator({
      ...watch.options,
      key: KEY,
      onStage: (stage, id) => {
        watch.onStage(stage, id);
      },
      publicDeliveryOrigin: PUBLIC,
    });
    return new PeerRun(folder, program, simulator);
  }

  /** How the service misbehaves from now on. */
  misbehave(faults: readonly FaultRule[]): void {
    this.simulator.setFaults(faults);
  }

  /** Carries out an order; when pictures came into their places, by their seeds. `whileItRuns` begins with it. */
  async order(
    order: Omit<PeerOrder, 'baseUrl' | 'key' | 'delivery' | 'folder'>,
    whileItRuns: (pid: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<ReadonlyMap<number, number>> {
    const folder = join(this.folder, `peer-${order.way}-${String(Date.now())}`);
    await mkdir(folder, { recursive: true });
    const peer = fork(this.program, { execPath: hostOf(newestHost).node });
    try {
      const pictures = new Promise<readonly PeerPicture[]>((resolve, reject) => {
        peer.once('message', (saved) => {
          resolve(saved as readonly PeerPicture[]);
        });
        peer.once('exit', (code) => {
          reject(new Error(`The peer ended with ${String(code)}.`));
        });
      });
      peer.send({
        ...order,
        baseUrl: this.simulator.baseUrl,
        key: KEY,
        delivery: { origin: this.simulator.deliveryOrigin, publicOrigin: PUBLIC },
        folder,
      } satisfies PeerOrder);
      const [saved] = await Promise.all([pictures, whileItRuns(peer.pid ?? 0)]);
      return new Map(saved.map(({ seed, savedAt }) => [seed, savedAt]));
    } finally {
      peer.kill();
    }
  }

  stop(): Promise<void> {
    return this.simulator.dispose();
  }
}

async function buildPeer(folder: string): Promise<string> {
  const outfile = join(folder, 'peer.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/peer.process.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return outfile;
}
