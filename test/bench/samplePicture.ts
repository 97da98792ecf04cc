import { bundled } from '../../scripts/lib/chaos/bundled.mjs';
import type { PixelSize } from '../../src/core/assets/size';
import type * as simulatorModule from '../../src/simulator/simulator';

/** A picture of the demo's painter, of that size, as a PNG. `folder` is inside the repository and gone in the end. */
export async function samplePicture(
  folder: string,
  { width, height }: PixelSize,
): Promise<Uint8Array> {
  const { startSimulator } = (await bundled(
    folder,
    'src/simulator/simulator.ts',
  )) as typeof simulatorModule;
  const simulator = await startSimulator({ latency: 'instant' });
  const { baseUrl } = simulator;
  try {
    const ask = async (url: string, init?: RequestInit) =>
      (await (await fetch(url, init)).json()) as { id: string; result: { sample: string } };
    const asked = { prompt: 'A red boat', seed: 1, width, height, output_format: 'png' };
    const body = JSON.stringify(asked);
    const headers = { 'content-type': 'application/json' };
    const { id } = await ask(`${baseUrl}/flux-2-klein-4b`, { method: 'POST', headers, body });
    const { result } = await ask(`${baseUrl}/get_result?id=${id}`);
    return new Uint8Array(await (await fetch(result.sample)).arrayBuffer());
  } finally {
    await simulator.dispose();
  }
}
