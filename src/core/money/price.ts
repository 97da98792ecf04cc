/** What a model costs, in credits of the source, 1 credit = $0.01 (bfl-api.md §7). */
export type Price =
  | {
      /** By size: the first megapixel (2^20 px) of the picture, each further one, and each one of the inputs. */
      readonly kind: 'megapixel';
      readonly first: number;
      readonly further: number;
      readonly input: number;
    }
  | { readonly kind: 'flat'; readonly credits: number }
  | {
      /** By the value of one parameter of the model. */
      readonly kind: 'choice';
      readonly parameter: string;
      readonly credits: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'unknown' };

/** One line of a provider's price list, with where it is from. */
export interface PriceRow {
  /** The model's id. */
  readonly model: string;
  readonly price: Price;
  /** Left out where the provider states the price: `seen` once in an answer, `assumed` to be that of a model like it. */
  readonly basis?: 'seen' | 'assumed';
  /** Only the first megapixel's price is stated ("from 6"): what stands here for more is the least that it can be. */
  readonly openEnded?: true;
  /** The page or section that says so. */
  readonly source: string;
  /** When the source said so, as exactly as it is dated: `2026`, `2026-09` or `2026-09-21`. */
  readonly date: string;
}

/** A price by size. */
export function perMegapixel(first: number, further: number, input: number): Price {
  return { kind: 'megapixel', first, further, input };
}

/** The same price for every picture. */
export function flat(credits: number): Price {
  return { kind: 'flat', credits };
}
