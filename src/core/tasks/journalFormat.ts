import * as z from 'zod/mini';

import { providerIds } from '../api/provider';
import { assetSchema } from '../assets/history';
import { recipeSchema } from '../assets/recipeFormat';
import { chargeSchema } from '../money/ledger';
import type { JournalEntry } from './journalEntry';

/** What this version writes. A file of a later one is left alone, for the window that can read it. */
const VERSION = 1;

const format = z.enum(['png', 'jpeg', 'webp']);

const written = z.object({ document: z.string(), text: z.string(), instead: z.string() });

const order = z.object({
  provider: z.enum(providerIds),
  baseUrl: z.string(),
  model: z.string(),
  prompt: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  hadImages: z.boolean(),
  references: z.array(z.string()),
  destination: z.object({
    folder: z.string(),
    name: z.optional(z.string()),
    format: z.optional(format),
    extension: z.optional(z.string()),
  }),
  workspaceLabel: z.string(),
  estimate: z.optional(chargeSchema),
  fileName: z.string(),
  placeholders: z.optional(
    z.array(
      z.object({ file: z.string(), digest: z.string(), written: z.optional(z.array(written)) }),
    ),
  ),
  made: z.optional(z.object({ file: z.string(), recipe: recipeSchema })),
  orderedAt: z.number(),
  index: z.number(),
});

const created = z.object({
  id: z.string().check(z.minLength(1)),
  pollingUrl: z.optional(z.string()),
  cost: z.optional(z.number()),
  inputMegapixels: z.optional(z.number()),
  outputMegapixels: z.optional(z.number()),
});

const finished = z.object({
  sample: z.string(),
  prompt: z.optional(z.string()),
  seed: z.optional(z.number()),
  cost: z.optional(z.number()),
});

const failure = z.looseObject({
  code: z.string(),
  charged: z.enum(['no', 'yes', 'unknown']),
});

const ready = { at: z.number(), created, finished };

const state = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('queued') }),
  z.object({ phase: z.literal('sending'), at: z.number() }),
  z.object({ phase: z.literal('running'), at: z.number(), created }),
  z.object({ phase: z.literal('ready'), ...ready }),
  z.object({ phase: z.literal('saving'), ...ready, asset: assetSchema, digest: z.string() }),
  z.object({ phase: z.literal('saved'), asset: assetSchema }),
  z.object({
    phase: z.literal('ended'),
    at: z.number(),
    failure,
    created: z.optional(created),
    finished: z.optional(finished),
    kept: z.optional(z.omit(assetSchema, { uri: true })),
  }),
]);

const entry = z.object({
  v: z.literal(VERSION),
  id: z.string(),
  window: z.string(),
  workspace: z.string(),
  order,
  state,
});

/** The entry as it is written: one line of JSON. */
export function formatEntry(value: JournalEntry): string {
  return `${JSON.stringify(value)}\n`;
}

/** What a journal file holds: an entry, one of a later version of this extension, or nothing that can be read. */
export function parseEntry(text: string): JournalEntry | 'later' | 'damaged' {
  const json = parseJson(text);
  const parsed = entry.safeParse(json);
  if (parsed.success) return parsed.data as JournalEntry;
  return isLater(json) ? 'later' : 'damaged';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isLater(json: unknown): boolean {
  const version = typeof json === 'object' && json !== null && 'v' in json ? json.v : undefined;
  return typeof version === 'number' && version > VERSION;
}
