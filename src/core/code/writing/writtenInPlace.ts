import type { ImageReference } from '../imageReference';
import { writtenPath } from '../writtenPath';
import { yamlScalar } from './dataPath';
import type { WritingText } from './picture';
import { latexPath, rstPath } from './proseImage';
import { sectionAt, sectionsOf } from './section';
import { inDart, inJson, inScript, inSingleYaml, inSwift } from './stringEscapes';

/** The place of a reference in the text, and how paths are written there. */
export type PlaceOfReference = Pick<
  ImageReference,
  'start' | 'end' | 'syntax' | 'folders' | 'isModule'
>;

/**
 * What names a file in a reference's place, the quotes and brackets around it as they are: `writtenPath` with the
 * escapes of the string that stands there. `suffix` is a query or fragment, as it is written. `undefined` where the
 * language has no way to write that name there.
 */
export function writtenInPlace(
  file: string,
  place: PlaceOfReference,
  at: WritingText,
  suffix = '',
): string | undefined {
  const { folders, syntax, isModule } = place;
  const path = writtenPath(file, { ...at, folders }, at.project, syntax, isModule);
  if (/\p{Cc}/u.test(path)) return undefined;
  const before = at.text.slice(0, place.start);
  const language = sectionAt(sectionsOf(at.text, at.language), place)?.language ?? at.language;
  if (language === 'yaml') return inYaml(path + suffix, before);
  if (language === 'swift') return inSwiftString(path, before);
  if (syntax === 'resource') return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(path) ? path : undefined;
  // Nothing that is percent-encoded means anything to a string, an attribute or brackets.
  if (syntax === 'url') return path + suffix;
  switch (language) {
    case 'json':
      return inJson(path);
    case 'rst':
      return rstPath(path);
    case 'latex':
      // TeX takes quotes off a name, and a backslash begins a macro.
      return /["\\]/.test(path) ? undefined : latexPath(path);
    case 'dart':
      return inDartString(path, before);
    default:
      return inScript(path, before.slice(-1)) + suffix;
  }
}

/** In quotes, or bare: then it gets some where it needs them. */
function inYaml(path: string, before: string): string {
  if (before.endsWith('"')) return inJson(path);
  return before.endsWith("'") ? inSingleYaml(path) : yamlScalar(path);
}

function inDartString(path: string, before: string): string | undefined {
  const [, raw, quote = ''] = /(?<!\w)(r?)("""|'''|"|')$/.exec(before) ?? [];
  if (raw !== 'r') return inDart(path, quote);
  return path.includes(quote.charAt(0)) ? undefined : path;
}

function inSwiftString(path: string, before: string): string | undefined {
  if (!before.endsWith('#"')) return inSwift(path);
  return path.includes('"') ? undefined : path;
}
