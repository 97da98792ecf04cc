import type { Asset } from './asset';

/** The assets that hold every word of the query in prompt, model or file name, whatever the case; all where it has none. */
export function searchAssets<Searched extends Pick<Asset, 'prompt' | 'model' | 'uri'>>(
  assets: readonly Searched[],
  query: string,
): readonly Searched[] {
  const words = comparable(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return assets;
  return assets.filter((asset) => {
    const text = comparable(`${asset.prompt}\n${asset.model}\n${fileName(asset.uri)}`);
    return words.every((word) => text.includes(word));
  });
}

/** File systems differ in how they compose letters. */
function comparable(text: string): string {
  return text.normalize().toLowerCase();
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
