import { withWords } from '../wordSearch';
import type { Asset } from './asset';

/** The assets that hold every word of the query in prompt, model or file name; all where it has none. */
export function searchAssets<Searched extends Pick<Asset, 'prompt' | 'model' | 'uri'>>(
  assets: readonly Searched[],
  query: string,
): readonly Searched[] {
  return withWords(assets, query, ({ prompt, model, uri }) =>
    [prompt, model, fileName(uri)].join('\n'),
  );
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
