import { flat, perMegapixel, type PriceRow } from '../price';

/** The page's newest entry. */
const date = '2026-01-21';
/** The page sells at the official prices times its rate, and names only some of them itself. */
const official = { source: 'the relay’s page, Pricing and Billing; bfl-api.md §7', date } as const;
const named = { source: 'the relay’s page, flux-2 Billing Notes', date } as const;

/**
 * The relay's price list, in the source's credits: what becomes of them in ¥ is the provider's `perCredit` (cost × $0.01
 * × rate). Its page's words, also where the source's own list says something newer.
 */
export const relayPrices: readonly PriceRow[] = [
  { model: 'flux-2-klein-4b', price: perMegapixel(1.4, 0.1, 0.1), ...official },
  { model: 'flux-2-klein-9b', price: perMegapixel(1.5, 0.2, 0.2), ...official },
  { model: 'flux-2-max', price: perMegapixel(7, 3, 3), ...official },
  // "From 3"; that a second megapixel is 1.5 more is in the page's own example, 4.5 for 1.98 MP.
  { model: 'flux-2-pro', price: perMegapixel(3, 1.5, 1.5), ...named },
  // "From 6", where the source has come down to 5: what a further megapixel costs here, the page does not say.
  { model: 'flux-2-flex', price: perMegapixel(6, 5, 5), openEnded: true, ...named },
  { model: 'flux-kontext-max', price: flat(8), ...official },
  { model: 'flux-kontext-pro', price: flat(4), ...official },
  { model: 'flux-pro-1.1-ultra', price: flat(6), ...official },
  { model: 'flux-pro-1.1', price: flat(4), ...official },
  { model: 'flux-pro', price: flat(5), ...official },
  // The page's example, $0.025. It makes ¥0.075 (750 credits) of it, by the rate of 3 that held before: at 4 it is
  // ¥0.10 (1,000 credits). The rate is a setting (bfl-api.md §7.1).
  { model: 'flux-dev', price: flat(2.5), ...official },
  ...[
    ...['flux-2-pro-preview', 'flux-2-klein-9b-preview', 'flux-3-image'],
    ...['flux-pro-1.0-fill', 'flux-pro-1.0-expand'],
    ...['flux-tools/outpainting-v1', 'flux-tools/erase-v1', 'flux-tools/deblur-v1'],
  ].map(unlisted),
];

/** The page's "and more" neither names the model nor prices it. */
function unlisted(model: string): PriceRow {
  return { model, price: { kind: 'unknown' }, source: 'the relay’s page does not name it', date };
}
