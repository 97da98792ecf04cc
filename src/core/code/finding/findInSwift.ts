import type { ImageReference } from '../imageReference';
import { argumentsAt, isMark, plainString } from './program/programCall';
import type { GivenArgument } from './program/programCall';
import { programTokens } from './program/programTokens';
import type { ProgramToken } from './program/programTokens';

/** Under which name a function of SwiftUI, UIKit or AppKit takes an image of an asset catalogue; '' is none. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  Image: ['', 'decorative'],
  UIImage: ['named'],
  NSImage: ['named'],
  Label: ['image'],
  imageLiteral: ['resourceName'],
};

/** The images of asset catalogues that Swift names in plain strings: `Image("hero")`, `UIImage(named: "hero")`. */
export function findInSwift(text: string): readonly ImageReference[] {
  const tokens = programTokens(text, 'swift');
  return tokens.flatMap((token, i) => {
    const names = token.kind === 'word' ? FUNCTIONS[token.value ?? ''] : undefined;
    if (!Array.isArray(names) || isAnother(tokens, i)) return [];
    const given = argumentsAt(tokens, i + 1) ?? [];
    const argument = given.find(({ name = '' }) => names.includes(name));
    // An image is the first argument wherever it has no name: `Label("Boats", image: "boat")`.
    const string =
      argument === given[0] || argument?.name === 'image' ? plainString(argument) : undefined;
    return string === undefined || !isName(string.value) ? [] : referenceAt(text, string, given);
  });
}

/** A type of the same name within another: only SwiftUI's and UIKit's own count. */
function isAnother(tokens: readonly ProgramToken[], i: number): boolean {
  const module = tokens[i - 2]?.value ?? '';
  return isMark(tokens[i - 1], '.') && !/^(?:SwiftUI|UIKit|AppKit)$/.test(module);
}

/** A file's name means one in the bundle, not in a catalogue; folders are namespaces, of which there are few. */
function isName(value: string): boolean {
  return /^[^/\\\n]+$/.test(value) && !/\.(?:png|jpe?g|gif|webp|heic|pdf|svg)$/i.test(value);
}

function referenceAt(
  text: string,
  { start, end, value }: ProgramToken & { readonly value: string },
  given: readonly GivenArgument[],
): ImageReference {
  // `label: Text("A red boat")`
  const label = given.find(({ name }) => name === 'label')?.tokens;
  const words = label?.length === 4 && label[2]?.kind === 'string' ? label[2].value : undefined;
  return {
    start,
    end,
    raw: text.slice(start, end),
    path: value,
    syntax: 'resource',
    ...(words === undefined ? {} : { alt: words }),
  };
}
