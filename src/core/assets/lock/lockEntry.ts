import * as z from 'zod/mini';

import { chargeSchema } from '../../money/ledger';
import { recipeSchema } from '../recipeFormat';

/** A value as JSON has them. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A lower-case SHA-256 in hex. */
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const px = z.int().check(z.gte(1));

/** A file that another was made from, by the path that a lock has for it and by its bytes at that time. */
const reference = z.looseObject({
  /** Absent where it lay outside the workspace folder: a lock holds no path of a machine. */
  file: z.optional(z.string()),
  /** Absent where it could not be read any more. */
  sha256: z.optional(sha256),
});

/** What a lock says of any of its files, as it lay on disk when it was noted. */
const file = { created: z.string(), sha256 };

const picture = z.looseObject({
  prompt: z.string(),
  usedPrompt: z.optional(z.string()),
  provider: z.string(),
  model: z.string(),
  seed: z.optional(z.number()),
  taskId: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  references: z.optional(z.array(reference)),
  width: px,
  height: px,
  format: z.enum(['png', 'jpeg', 'webp']),
  cost: z.optional(chargeSchema),
  ...file,
});

const derived = z.looseObject({
  from: z.extend(reference, { file: z.string(), sha256 }),
  recipe: recipeSchema,
  ...file,
});

/** A picture that a service made, and how. */
export type PictureEntry = Readonly<z.infer<typeof picture>>;
/** A file that was made locally from a picture. */
export type DerivedEntry = Readonly<z.infer<typeof derived>>;
export type LockReference = Readonly<z.infer<typeof reference>>;

/** What a lock says of one file. */
export type LockEntry =
  ({ readonly kind: 'picture' } & PictureEntry) | ({ readonly kind: 'derived' } & DerivedEntry);

/** An entry as this version knows it; `undefined` where a later one has written it, or a person has damaged it. */
export function readEntry(value: JsonObject): LockEntry | undefined {
  const made = picture.safeParse(value);
  if (made.success) return { ...made.data, kind: 'picture' };
  const local = derived.safeParse(value);
  return local.success ? { ...local.data, kind: 'derived' } : undefined;
}
