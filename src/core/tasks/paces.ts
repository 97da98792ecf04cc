import * as z from 'zod/mini';

import { scheduleAfter, type PollSchedule } from '../api/pollSchedule';
import { withDuration } from '../api/pace';
import type { CreatedTask } from '../api/client';
import type { TaskOrder } from './journalEntry';

/** How long the latest tasks of each kind took, in ms; the kind heard of last comes last. */
export type Paces = ReadonlyMap<string, readonly number[]>;

/** Kinds that are remembered; nobody uses more at a time. */
const MOST_KINDS = 60;

const file = z.object({
  v: z.literal(1),
  kinds: z.array(z.tuple([z.string(), z.array(z.number())])),
});

/** What tasks of one pace have in common: service, model, whole megapixels, and whether they have reference images. */
export function kindOf(
  order: Pick<TaskOrder, 'provider' | 'model' | 'parameters' | 'references'>,
  created: Pick<CreatedTask, 'outputMegapixels'>,
): string {
  const { width, height } = order.parameters;
  const asked =
    typeof width === 'number' && typeof height === 'number' ? (width * height) / 2 ** 20 : 0;
  const megapixels = Math.ceil(created.outputMegapixels ?? asked);
  const edits = order.references.length > 0 ? ' edit' : '';
  return `${order.provider} ${order.model} ${String(megapixels)} MP${edits}`;
}

/** When to ask for a task of this kind. */
export function scheduleFor(paces: Paces, kind: string): PollSchedule {
  return scheduleAfter(paces.get(kind) ?? []);
}

/** The paces once another task of the kind has taken `ms`. */
export function withTask(paces: Paces, kind: string, ms: number): Paces {
  const others = [...paces].filter(([each]) => each !== kind).slice(1 - MOST_KINDS);
  return new Map([...others, [kind, withDuration(paces.get(kind) ?? [], ms)]]);
}

/** As they are written. */
export function formatPaces(paces: Paces): string {
  return `${JSON.stringify({ v: 1, kinds: [...paces] })}\n`;
}

/** What a file says of them; nothing where it cannot be read: then it is learnt anew. */
export function parsePaces(text: string): Paces {
  try {
    const parsed = file.safeParse(JSON.parse(text));
    return new Map(parsed.data?.kinds ?? []);
  } catch {
    return new Map();
  }
}
