import * as z from 'zod/mini';

import { providerIds } from '../api/provider';
import type { Asset } from './asset';

/** One line of the history file: it only grows, so that two windows and a crash cannot undo each other's lines. */
export type HistoryLine =
  | { readonly v: 1; readonly op: 'add'; readonly asset: Asset }
  | { readonly v: 1; readonly op: 'remove'; readonly id: string };

/** An asset as it lies on disk. */
export const assetSchema = z.object({
  id: z.string(),
  uri: z.string(),
  provider: z.enum(providerIds),
  model: z.string(),
  prompt: z.string(),
  usedPrompt: z.optional(z.string()),
  parameters: z.record(z.string(), z.unknown()),
  references: z.optional(z.array(z.string())),
  seed: z.optional(z.number()),
  taskId: z.string(),
  width: z.number(),
  height: z.number(),
  format: z.enum(['png', 'jpeg', 'webp']),
  digest: z.optional(z.string()),
  unnoted: z.optional(z.literal(true)),
  cost: z.optional(
    z.object({ credits: z.number(), amount: z.number(), currency: z.enum(['USD', 'CNY']) }),
  ),
  inputMegapixels: z.optional(z.number()),
  outputMegapixels: z.optional(z.number()),
  createdAt: z.number(),
});

const lineSchema = z.discriminatedUnion('op', [
  z.object({ v: z.literal(1), op: z.literal('add'), asset: assetSchema }),
  z.object({ v: z.literal(1), op: z.literal('remove'), id: z.string() }),
]);

/**
 * The line as it is appended, between two line breaks: a half line that a crash left behind then damages only itself.
 * The blank lines between are skipped when it is read.
 */
export function formatHistoryLine(line: HistoryLine): string {
  return `\n${JSON.stringify(line)}\n`;
}

/** What a history file says: its assets, newest first, and how many lines could not be read and were passed over. */
export function parseHistory(text: string): { readonly assets: Asset[]; readonly damaged: number } {
  const assets = new Map<string, Asset>();
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (parsed === undefined) damaged += 1;
    else if (parsed.op === 'add') assets.set(parsed.asset.id, parsed.asset);
    else assets.delete(parsed.id);
  }
  return { assets: [...assets.values()].reverse(), damaged };
}

function parseLine(line: string): HistoryLine | undefined {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? (parsed.data as HistoryLine) : undefined;
  } catch {
    return undefined;
  }
}
