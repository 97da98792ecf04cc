import type { Answer, NoAnswer } from './exchange';
import { callApi } from './exchange';
import type { CreatedTask, FluxClientOptions, WaitOptions } from './client';
import { messageOf, type GenerationFailure } from './failure';
import type { Model } from './model';
import { requireUsable } from './preflight';
import { reasonOf } from './reasons';
import { backoffMs, pause, retryAfterMs } from './retry';
import type { Stage } from './stage';
import { fail } from './stage';
import { parseCreated } from './wire';

const unsent: Stage = { charged: 'no' };
const sent: Stage = { charged: 'unknown' };

/** How often the connection is tried before the network counts as down. */
const connectionTries = 4;

/**
 * POSTs once. It goes again only where the server certainly did not take it: after 429, and when the
 * connection was never made. The deadline bounds these repeats, not a POST under way: to cut it short
 * would lose the id of a picture that is perhaps paid.
 */
export async function createTask(
  client: FluxClientOptions,
  model: Model,
  body: Readonly<Record<string, unknown>>,
  { signal, deadline }: WaitOptions,
): Promise<CreatedTask> {
  requireUsable(client, unsent);
  const url = endpoint(client, model);
  const json = serialise(body);
  for (let tries = 1; ; tries++) {
    if (signal.aborted) throw fail(unsent, 'canceled');
    const answer = await callApi(client, {
      method: 'POST',
      url,
      body: json,
      signal,
      stage: sent,
    });
    const again = mayGoAgain(answer, tries);
    if (!again) return outcome(client, answer);
    const asked = answer.kind === 'answer' ? answer.retryAfter : undefined;
    const waitMs = retryAfterMs(asked, client.clock.now()) ?? backoffMs(tries, client.random);
    if (client.clock.now() + waitMs >= deadline) return outcome(client, answer);
    await pause(client.clock, waitMs, signal, unsent);
  }
}

function mayGoAgain(answer: Answer | NoAnswer, tries: number): boolean {
  return answer.kind === 'answer' ? answer.status === 429 : !answer.sent && tries < connectionTries;
}

function outcome(client: FluxClientOptions, answer: Answer | NoAnswer): CreatedTask {
  if (answer.kind === 'no answer') {
    throw fail(answer.sent ? sent : unsent, 'network', { cause: answer.cause });
  }
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const task = isSuccess ? parseCreated(answer.json) : undefined;
  if (task !== undefined) return task;
  throw refusal(client, answer);
}

/** bfl-api.md §6. Any other 4xx is a refusal too; what is neither leaves open whether a task was made. */
function refusal(client: FluxClientOptions, { status, json, text }: Answer): GenerationFailure {
  const facts = { httpStatus: status, ...reasonOf(json, text) };
  const failed = (...[stage, code, more]: Parameters<typeof fail>) =>
    fail(stage, code, { ...facts, ...more }, client.key);
  if (status === 401 || status === 403) return failed(unsent, 'auth');
  if (status === 402) return failed(unsent, 'insufficient-credits');
  if (status === 404) return failed(unsent, 'invalid-request', { detail: 'unknown-model' });
  if (status === 408) return failed(sent, 'network');
  if (status === 429) return failed(unsent, 'rate-limited');
  if (status >= 400 && status < 500) return failed(unsent, 'invalid-request');
  return failed(sent, 'server', status < 300 ? { detail: 'not-json' } : {});
}

/** An id is a path below the base and nothing else: no `..`, no query. */
function endpoint({ provider }: FluxClientOptions, model: Model): string {
  if (!/^\w[\w.-]*(\/\w[\w.-]*)*$/.test(model.id)) {
    throw fail(unsent, 'invalid-request', { detail: 'unknown-model' });
  }
  return `${provider.baseUrl}/${model.id}`;
}

/** An extension may pass what JSON cannot hold. */
function serialise(body: Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    throw fail(unsent, 'invalid-request', { cause: messageOf(error) });
  }
}
