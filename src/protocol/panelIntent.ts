import * as z from 'zod/mini';
import { providerIds } from '../core/api/provider';
import { assetIntent, identifier } from './assetIntent';
import { longestModelId, longestPrompt } from './limits';
import type { KeptDraft, PanelIntent } from './panel';

/** What the panel asked, or nothing where that is not in the protocol. The page is not trusted. */
export function parsePanelIntent(value: unknown): PanelIntent | undefined {
  return panelIntent.safeParse(value).data;
}

const short = z.string().check(z.maxLength(1000));

/** Far more fields than any model has. */
const values = z
  .record(z.string().check(z.maxLength(100)), z.union([short, z.boolean()]))
  .check(z.refine((fields) => Object.keys(fields).length <= 100));

const draft = z.strictObject({
  prompt: z.string().check(z.maxLength(longestPrompt)),
  model: z.string().check(z.maxLength(longestModelId)),
  count: z.string().check(z.maxLength(20)),
  values,
});

const kept = z.object({ draft: z.partial(draft), at: z.number() });

/** What was kept of a draft, or nothing where it is damaged. */
export function parseKeptDraft(value: unknown): KeptDraft | undefined {
  return kept.safeParse(value).data as KeptDraft | undefined;
}

const provider = z.enum(providerIds);

function bare<Type extends string>(type: Type) {
  return z.strictObject({ type: z.literal(type) });
}

function about<Type extends string>(type: Type) {
  return z.strictObject({ type: z.literal(type), id: identifier });
}

const panelIntent = z.union([
  bare('ready'),
  bare('setApiKey'),
  bare('removeApiKey'),
  bare('showLog'),
  bare('openSettings'),
  bare('addReferences'),
  about('removeReference'),
  about('cancelTask'),
  about('dismissTask'),
  about('checkBalance'),
  about('sendAgain'),
  about('fetchTask'),
  about('saveTaskTo'),
  z.strictObject({ type: z.literal('generate'), draft }),
  z.strictObject({ type: z.literal('keepDraft'), kept: z.strictObject({ draft, at: z.number() }) }),
  z.strictObject({ type: z.literal('selectProvider'), provider }),
  z.strictObject({
    type: z.literal('moveReference'),
    id: identifier,
    by: z.union([z.literal(-1), z.literal(1)]),
  }),
  assetIntent,
]);
