import { flat, perMegapixel, type PriceRow } from '../price';

const skills = { source: 'bfl-api.md §7: SKILL, LIVE', date: '2026-09-21' } as const;
const pricing = { source: 'bfl-api.md §7: DOC-PRICE', date: '2026' } as const;
const seen = { basis: 'seen', source: 'bfl-api.md §7: LIVE', date: '2026-09-21' } as const;
const assumed = { basis: 'assumed', source: 'bfl-api.md §7', date: '2026-09' } as const;

/** The source's own price list (bfl-api.md §7), which `custom` and the simulator bill by, too. */
export const bflPrices: readonly PriceRow[] = [
  { model: 'flux-2-klein-4b', price: perMegapixel(1.4, 0.1, 0.1), ...skills },
  { model: 'flux-2-klein-9b', price: perMegapixel(1.5, 0.2, 0.2), ...skills },
  // No source prices the previews: they are taken to cost what they are previews of.
  { model: 'flux-2-klein-9b-preview', price: perMegapixel(1.5, 0.2, 0.2), ...assumed },
  { model: 'flux-2-pro', price: perMegapixel(3, 1.5, 1.5), ...skills },
  { model: 'flux-2-pro-preview', price: perMegapixel(3, 1.5, 1.5), ...assumed },
  { model: 'flux-2-max', price: perMegapixel(7, 3, 3), ...skills },
  // 6 until 28 January 2026, as the relay's page still has it (bfl-api.md §13).
  { model: 'flux-2-flex', price: perMegapixel(5, 5, 5), ...skills },
  { model: 'flux-kontext-pro', price: flat(4), ...pricing },
  { model: 'flux-kontext-max', price: flat(8), ...pricing },
  { model: 'flux-pro-1.1', price: flat(4), ...pricing },
  { model: 'flux-pro-1.1-ultra', price: flat(6), ...pricing },
  { model: 'flux-pro', price: flat(5), source: 'bfl-api.md §7: SKILL', date: '2026-02' },
  { model: 'flux-dev', price: flat(2.5), source: 'bfl-api.md §7: SEED', date: '2026-01' },
  { model: 'flux-pro-1.0-fill', price: flat(5), ...pricing },
  { model: 'flux-pro-1.0-expand', price: flat(5), ...assumed },
  {
    model: 'flux-tools/outpainting-v1',
    price: { kind: 'choice', parameter: 'mode', credits: { high: 20, fast: 4.5 } },
    ...seen,
  },
  { model: 'flux-tools/erase-v1', price: flat(3), ...seen },
  { model: 'flux-tools/deblur-v1', price: flat(3), ...seen },
  // Resellers name prices, the service itself none that has been found.
  {
    model: 'flux-3-image',
    price: { kind: 'unknown' },
    source: 'bfl-api.md §5, §14.6',
    date: '2026-10',
  },
];
