import * as z from 'zod/mini';

import { providerIds, type ProviderId } from '../api/provider';
import type { Charged } from '../api/failure';
import type { Charge } from './charge';

/** One line of the ledger: what one task cost. A later line of the same task takes the place of an earlier one. */
export interface LedgerLine {
  readonly v: 1;
  /** The task's, ours: so that nothing counts twice after a recovery. */
  readonly id: string;
  /** When it was ordered, in wall-clock ms since the epoch. */
  readonly at: number;
  readonly provider: ProviderId;
  /** The workspace's name in the extension's storage, and as people know it. */
  readonly workspace: string;
  readonly workspaceLabel: string;
  readonly model: string;
  /** The service's own id. */
  readonly taskId?: string;
  /** Where the picture was saved, as a URI. */
  readonly file?: string;
  /** What it was expected to cost; absent where no price is known. */
  readonly estimate?: Charge;
  /** What the service said. */
  readonly actual?: Charge;
  /** `saved`, or the code of the failure. */
  readonly outcome: string;
  readonly charged: Charged;
}

/** A charge as it lies on disk. */
export const chargeSchema = z.object({
  credits: z.number(),
  amount: z.number(),
  currency: z.enum(['USD', 'CNY']),
});

const lineSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  at: z.number(),
  provider: z.enum(providerIds),
  workspace: z.string(),
  workspaceLabel: z.string(),
  model: z.string(),
  taskId: z.optional(z.string()),
  file: z.optional(z.string()),
  estimate: z.optional(chargeSchema),
  actual: z.optional(chargeSchema),
  outcome: z.string(),
  charged: z.enum(['no', 'yes', 'unknown']),
});

/** The line as it is appended, between two line breaks: a half line that a crash left behind damages only itself. */
export function formatLedgerLine(line: LedgerLine): string {
  return `\n${JSON.stringify(line)}\n`;
}

/**
 * What a ledger file says, or the rest of one behind the lines `before`: one line per task, oldest first, and how many
 * lines could not be read.
 */
export function parseLedger(
  text: string,
  before: readonly LedgerLine[] = [],
): {
  readonly lines: readonly LedgerLine[];
  readonly damaged: number;
} {
  const lines = new Map(before.map((line) => [line.id, line]));
  let damaged = 0;
  for (const row of text.split('\n')) {
    if (row.trim() === '') continue;
    const line = parseLine(row);
    if (line === undefined) damaged += 1;
    else lines.set(line.id, line);
  }
  return { lines: [...lines.values()].sort((a, b) => a.at - b.at), damaged };
}

/**
 * What counts as spent by a line: what the service said, nothing where it was certainly not charged, and the estimate
 * where nobody knows or the service said nothing. `undefined` where there is no number at all.
 */
export function spentOf({ charged, actual, estimate }: LedgerLine): Charge | undefined {
  const known = actual ?? estimate;
  if (charged !== 'no') return known;
  return known === undefined ? undefined : { ...known, credits: 0, amount: 0 };
}

function parseLine(row: string): LedgerLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(row)).data as LedgerLine | undefined;
  } catch {
    return undefined;
  }
}
