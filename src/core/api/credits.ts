import type { FluxClientOptions, WaitOptions } from './client';
import type { Answer, NoAnswer } from './exchange';
import { callApi } from './exchange';
import type { GenerationFailure } from './failure';
import { requireUsable } from './preflight';
import { reasonOf } from './reasons';
import { backoffMs, pause, retryAfterMs } from './retry';
import { fail } from './stage';
import { parseCredits } from './wire';

const stage = { charged: 'no' } as const;

/** Asks for the balance; nothing is charged whatever happens. `undefined` where it cannot be asked for. */
export async function fetchCredits(
  client: FluxClientOptions,
  { signal, deadline }: WaitOptions,
): Promise<number | undefined> {
  const { clock, provider } = client;
  if (!provider.hasCredits) return undefined;
  requireUsable(client, stage);
  const url = `${provider.baseUrl}/credits`;
  for (let failures = 1; ; failures++) {
    const answer = await callApi(client, { method: 'GET', url, signal, until: deadline, stage });
    if (answer.kind === 'answer') {
      if (answer.status === 404) return undefined;
      const credits = isSuccess(answer) ? parseCredits(answer.json) : undefined;
      if (credits !== undefined) return credits;
      if (!isPassing(answer)) throw refusal(client, answer);
    }
    const asked = answer.kind === 'answer' ? answer.retryAfter : undefined;
    const waitMs = retryAfterMs(asked, clock.now()) ?? backoffMs(failures, client.random);
    if (clock.now() + waitMs >= deadline) throw refusal(client, answer);
    await pause(clock, waitMs, signal, stage);
  }
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** Whether it may be otherwise a moment later; a 2xx that holds no balance counts so too. */
function isPassing(answer: Answer): boolean {
  return isSuccess(answer) || [408, 429].includes(answer.status) || answer.status >= 500;
}

function refusal(client: FluxClientOptions, answer: Answer | NoAnswer): GenerationFailure {
  if (answer.kind === 'no answer') return fail(stage, 'network', { cause: answer.cause });
  const { status, json, text } = answer;
  const facts = { httpStatus: status, ...reasonOf(json, text) };
  if (status === 401 || status === 403) return fail(stage, 'auth', facts, client.key);
  if (status === 402) return fail(stage, 'insufficient-credits', facts, client.key);
  if (status === 429) return fail(stage, 'rate-limited', facts, client.key);
  return isSuccess(answer)
    ? fail(stage, 'server', { ...facts, detail: 'not-json' }, client.key)
    : fail(stage, 'server', facts, client.key);
}
