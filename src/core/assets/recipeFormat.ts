import * as z from 'zod/mini';

const px = z.int().check(z.gte(1));

/** A recipe as files hold it; what a later version says besides stays in it. */
export const recipeSchema = z.looseObject({
  format: z.enum(['png', 'jpeg', 'webp', 'avif', 'ico']),
  width: z.optional(px),
  height: z.optional(px),
  fit: z.optional(z.enum(['cover', 'contain'])),
  quality: z.optional(z.number()),
});
