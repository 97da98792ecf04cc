import * as z from 'zod/mini';

/** A place in the queue that all windows share. */
export interface Ticket {
  /** The task's. */
  readonly id: string;
  readonly window: string;
  readonly provider: string;
  readonly model: string;
  /** Active tasks of this model that an account may have; absent where only the provider's own limit counts. */
  readonly modelLimit?: number;
  /** Of the order, in wall-clock ms since the epoch, and the picture's number in it: who came first goes first. */
  readonly orderedAt: number;
  readonly index: number;
  /** When the task went to the service, in wall-clock ms since the epoch; absent while it waits. */
  readonly since?: number;
}

/** An active ticket of a window that is gone counts this long: its task may still be active at the service. In ms. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * The tickets after everybody went who may: within the provider's limit and the model's (bfl-api.md §6.1), first
 * come, first served; a model at its own limit lets others pass.
 */
export function admit(tickets: readonly Ticket[], limit: number, now: number): readonly Ticket[] {
  const active = tickets.filter((ticket) => ticket.since !== undefined);
  const admitted = new Set<string>();
  const count = new Map<string, number>();
  const add = (key: string) => count.set(key, (count.get(key) ?? 0) + 1);
  for (const ticket of active) {
    add(ticket.provider);
    add(modelKey(ticket));
  }
  const waiting = tickets.filter((ticket) => ticket.since === undefined).sort(byOrder);
  for (const ticket of waiting) {
    if ((count.get(ticket.provider) ?? 0) >= limit) continue;
    if ((count.get(modelKey(ticket)) ?? 0) >= (ticket.modelLimit ?? Infinity)) continue;
    add(ticket.provider);
    add(modelKey(ticket));
    admitted.add(ticket.id);
  }
  return tickets.map((ticket) => (admitted.has(ticket.id) ? { ...ticket, since: now } : ticket));
}

/** The tickets without those of windows that are gone: who waited there does not wait any more. */
export function withoutGone(
  tickets: readonly Ticket[],
  isAlive: (window: string) => boolean,
  now: number,
): readonly Ticket[] {
  return tickets.filter(
    ({ window, since }) => isAlive(window) || (since !== undefined && now - since < FORGOTTEN_MS),
  );
}

/** The tickets in a file; none where it is damaged or missing, for then they are counted anew. */
export function parseTickets(text: string): readonly Ticket[] {
  try {
    return (ticketList.safeParse(JSON.parse(text)).data ?? []) as readonly Ticket[];
  } catch {
    return [];
  }
}

const ticketList = z.array(
  z.object({
    id: z.string(),
    window: z.string(),
    provider: z.string(),
    model: z.string(),
    modelLimit: z.optional(z.number()),
    orderedAt: z.number(),
    index: z.number(),
    since: z.optional(z.number()),
  }),
);

function modelKey({ provider, model }: Ticket): string {
  return `${provider}/${model}`;
}

function byOrder(a: Ticket, b: Ticket): number {
  return a.orderedAt - b.orderedAt || a.index - b.index;
}
