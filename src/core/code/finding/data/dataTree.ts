import type { TextSpan } from '../../imageReference';

/** A JSON or YAML text as far as images are looked for in it: what is neither text, list nor map is left out. */
export type DataNode = DataText | DataList | DataMap;

/** A string or a number. */
export interface DataText {
  readonly kind: 'text';
  /** Its escapes resolved. */
  readonly value: string;
  /** Where it stands in the text, without quotes. */
  readonly span: TextSpan;
}

export interface DataList {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

export interface DataMap {
  readonly kind: 'map';
  readonly entries: readonly (readonly [key: string, value: DataNode])[];
}

/** A map with more in it is a list of things, which say nothing of each other. */
const MOST_ENTRIES = 200;

/** What a map has under a key, where it is a text. */
export function textUnder(
  map: DataMap | undefined,
  isKey: (key: string) => boolean,
): string | undefined {
  if (map === undefined || map.entries.length > MOST_ENTRIES) return undefined;
  for (const [key, value] of map.entries) {
    if (value.kind === 'text' && isKey(key) && value.value.trim() !== '') return value.value;
  }
  return undefined;
}
