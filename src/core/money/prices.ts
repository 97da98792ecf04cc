import type { Dialect } from '../api/provider';
import type { Price, PriceRow } from './price';
import { bflPrices } from './prices/bfl';
import { relayPrices } from './prices/relay';

/** The price list of a dialect's services: the relay's own, and for all others the source's. */
export function priceList(dialect: Dialect): readonly PriceRow[] {
  return dialect === 'relay' ? relayPrices : bflPrices;
}

/** What the list says of a model, by its id; `undefined` for one that the catalogue does not know. */
export function priceRow(model: string, dialect: Dialect): PriceRow | undefined {
  return priceList(dialect).find((row) => row.model === model);
}

/** The price of a model, by its id: `unknown` also where the list has no row. */
export function priceOf(model: string, dialect: Dialect): Price {
  return priceRow(model, dialect)?.price ?? { kind: 'unknown' };
}
