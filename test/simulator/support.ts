import { afterEach } from 'vitest';
import { openCodecs } from '../../src/codecs/codecs';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator';

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.dispose()));
});

/** A simulator that is gone after the test; its tasks are Ready at once unless asked otherwise. */
export async function simulate(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({ latency: 'instant', ...options });
  running.push(simulator);
  return simulator;
}

/** An answer with its body as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** POSTs JSON, or a text as it is. */
export async function create(
  { baseUrl }: Simulator,
  model: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return answer(
    await fetch(`${baseUrl}/${model}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

/** Polls once, by id at the base. */
export async function poll(
  { baseUrl }: Simulator,
  id: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return get(`${baseUrl}/get_result?id=${String(id)}`, headers);
}

/** GETs JSON without following redirects. */
export async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return answer(await fetch(url, { headers, redirect: 'manual' }));
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

/** The result of a Ready answer. */
export function resultOf({ body }: Answer): { sample: string; seed: number; prompt: string } {
  return body['result'] as { sample: string; seed: number; prompt: string };
}

/** Creates, polls once and downloads. */
export async function picture(
  simulator: Simulator,
  model: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Uint8Array> {
  const created = await create(simulator, model, body);
  if (created.status !== 200) throw new Error(JSON.stringify(created.body));
  const ready = await poll(simulator, created.body['id']);
  return download(resultOf(ready).sample);
}

/** The bytes behind a link. */
export async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** A picture in one colour as bare base64, for requests that take images. */
export async function imageOf(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number] = [200, 120, 40],
): Promise<string> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < data.length; index += 4) data.set([red, green, blue, 255], index);
  const bytes = await openCodecs().encode({ width, height, data }, 'png');
  return Buffer.from(bytes).toString('base64');
}
