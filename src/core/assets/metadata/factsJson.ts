import * as z from 'zod/mini';

import { providerIds } from '../../api/provider';
import type { GenerationFacts } from './generationFacts';

const schema = z.object({
  model: z.string(),
  provider: z.enum(providerIds),
  prompt: z.optional(z.string()),
  usedPrompt: z.optional(z.string()),
  seed: z.optional(z.number()),
  parameters: z.record(z.string(), z.unknown()),
});

const versionSchema = z.object({ v: z.literal(1) });

/** The facts as they lie in a file: one line, every key in the same place, plain ASCII, so that no reader can garble it. */
export function formatFacts(facts: GenerationFacts): string {
  const { model, provider, prompt, usedPrompt, seed, parameters } = facts;
  const names = Object.keys(parameters).sort();
  const sorted = Object.fromEntries(names.map((name) => [name, parameters[name]]));
  const text = JSON.stringify({
    v: 1,
    model,
    provider,
    prompt,
    usedPrompt,
    seed,
    parameters: sorted,
  });
  return text.replace(/[\u007f-\uffff]/g, escaped);
}

/** The facts that `formatFacts` has written; `undefined` where it is anything else. */
export function parseFacts(text: string): GenerationFacts | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = schema.safeParse(value);
    const isOurs = versionSchema.safeParse(value).success && parsed.success;
    return isOurs ? (parsed.data as GenerationFacts) : undefined;
  } catch {
    return undefined;
  }
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
