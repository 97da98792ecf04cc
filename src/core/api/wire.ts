import * as z from 'zod/mini';
import type { CreatedTask, FinishedTask } from './client';

/**
 * The JSON that the service answers with (bfl-api.md §1), read leniently: a field of a wrong type counts
 * as absent, for a relay or a newer service may differ where it does not matter.
 */

const text = z.catch(z.optional(z.string()), undefined);
const filledText = z.catch(z.optional(z.string().check(z.minLength(1))), undefined);
const number = z.catch(z.optional(z.number()), undefined);

const created = z.object({
  id: z.union([z.string().check(z.minLength(1)), z.number()]),
  polling_url: filledText,
  cost: number,
  input_mp: number,
  output_mp: number,
});

const result = z.object({ sample: filledText, prompt: text, seed: number });

const polled = z.object({
  status: filledText,
  state: filledText,
  progress: number,
  cost: number,
  details: z.optional(z.unknown()),
  result: z.catch(z.optional(result), undefined),
});

const balance = z.object({ credits: z.number() });

/** The answer to a POST; `undefined` where it names no task. */
export function parseCreated(json: unknown): CreatedTask | undefined {
  const { data } = created.safeParse(json);
  if (data === undefined) return undefined;
  return {
    id: String(data.id),
    ...(data.polling_url !== undefined && { pollingUrl: data.polling_url }),
    ...(data.cost !== undefined && { cost: data.cost }),
    ...(data.input_mp !== undefined && { inputMegapixels: data.input_mp }),
    ...(data.output_mp !== undefined && { outputMegapixels: data.output_mp }),
  };
}

/** The answer to a poll. The set of statuses is open: it grew before. */
export interface PolledTask {
  readonly status: string;
  /** 0…1. */
  readonly progress?: number;
  /** Why a task failed, in whatever shape the service says it. */
  readonly details: unknown;
  /** Present where there is a picture. */
  readonly finished?: FinishedTask;
}

/** The answer to a poll; `undefined` where it names no status. */
export function parsePolled(json: unknown): PolledTask | undefined {
  const { data } = polled.safeParse(json);
  const status = data?.status ?? data?.state;
  if (data === undefined || status === undefined) return undefined;
  const progress = fraction(data.progress);
  const { sample, prompt, seed } = data.result ?? {};
  return {
    status,
    details: data.details,
    ...(progress !== undefined && { progress }),
    ...(sample !== undefined && {
      finished: {
        sample,
        ...(prompt !== undefined && { prompt }),
        ...(seed !== undefined && { seed }),
        ...(data.cost !== undefined && { cost: data.cost }),
      },
    }),
  };
}

/** The balance in credits; `undefined` where the answer has none. */
export function parseCredits(json: unknown): number | undefined {
  return balance.safeParse(json).data?.credits;
}

/** Some answers count to 1, some to 100 (bfl-api.md §1.3). */
function fraction(progress: number | undefined): number | undefined {
  if (progress === undefined || progress < 0 || progress > 100) return undefined;
  return progress <= 1 ? progress : progress / 100;
}
