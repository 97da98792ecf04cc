import type { ImageReference } from '../imageReference';

/** A comment, a CDATA section, or a reference to a drawable that is a whole attribute or element content. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|(?:(?<![\w:])([\w:]+)\s*=\s*["']|>)\s*@(drawable|mipmap)\/(\w+)(?=\s*["'<])/g;

/**
 * The drawables and launcher icons that a resource of Android names: `@drawable/hero`, `@mipmap/ic_launcher`; those of
 * the system (`@android:drawable/…`) are none. The parsers of XML give no places of attributes.
 */
export function findInAndroidXml(text: string): readonly ImageReference[] {
  return [...text.matchAll(PIECE)].flatMap((match) => {
    const [whole, attribute = '', kind, name] = match;
    if (name === undefined) return [];
    const end = match.index + whole.length;
    const words = descriptionAround(text, match.index);
    const purpose = purposeOf(attribute, kind);
    return {
      start: end - name.length,
      end,
      raw: name,
      path: kind === 'mipmap' ? `mipmap/${name}` : name,
      syntax: 'resource' as const,
      ...(words === undefined ? {} : { alt: words }),
      ...(purpose === undefined ? {} : { purpose }),
    };
  });
}

function purposeOf(attribute: string, kind: string | undefined): ImageReference['purpose'] {
  if (kind === 'mipmap' || /icon$/i.test(attribute)) return 'icon';
  return /background$/i.test(attribute) ? 'background' : undefined;
}

/** What the element says of its picture, where it is no resource itself. */
function descriptionAround(text: string, at: number): string | undefined {
  const from = text.lastIndexOf('<', at);
  const end = text.indexOf('>', at);
  const element = text.slice(Math.max(from, 0), end < 0 ? undefined : end);
  return /\bandroid:contentDescription\s*=\s*"([^"@?{][^"]*)"/.exec(element)?.[1];
}
