import * as z from 'zod/mini';

/** An id that the host has handed to a page. */
export const identifier = z.string().check(z.minLength(1), z.maxLength(200));

/** What both pages can ask of a saved asset. */
export const assetIntent = z.strictObject({
  type: z.enum([
    'openAsset',
    'insertAsset',
    'revealAsset',
    'copyAssetPath',
    'makeFiles',
    'reuseSettings',
    'copyPrompt',
    'showHowMade',
    'removeAsset',
    'deleteAsset',
  ]),
  id: identifier,
});
