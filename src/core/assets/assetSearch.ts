import { nameInUri } from '../nameInUri';
import { comparable, holdsWords, wordsIn } from '../wordSearch';
import type { Asset } from './asset';

/** What is searched of an asset. */
export type Searched = Pick<Asset, 'prompt' | 'model' | 'uri'>;

/** Searches assets by words of prompt, model or file name, and remembers their text: of 10,000 it takes longer to make than to read. */
export class AssetSearch {
  private readonly texts = new WeakMap<Searched, string>();

  /** Those that hold every word of the query, whatever the case; all where it has none. */
  find<Kind extends Searched>(assets: readonly Kind[], query: string): readonly Kind[] {
    const words = wordsIn(query);
    if (words.length === 0) return assets;
    return assets.filter((asset) => holdsWords(this.textOf(asset), words));
  }

  /** Makes the texts of these before anybody searches. */
  prepare(assets: readonly Searched[]): void {
    for (const asset of assets) this.textOf(asset);
  }

  private textOf(asset: Searched): string {
    const known = this.texts.get(asset);
    if (known !== undefined) return known;
    const { prompt, model, uri } = asset;
    const text = comparable([prompt, model, nameInUri(uri)].join('\n'));
    this.texts.set(asset, text);
    return text;
  }
}
