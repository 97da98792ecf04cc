import type { TextSpan } from '../imageReference';
import { writtenPath } from '../writtenPath';
import { androidXmlImage } from './appImage';
import { openStringIn } from './openString';
import type { WritingText } from './picture';
import { asciiDocPath, latexPath, rstPath } from './proseImage';
import { inDart, inJson, inKotlin, inSingleYaml, inSwift } from './stringEscapes';

/** A place where a path alone is wanted: in an attribute, in brackets, in a string. */
export interface Value extends TextSpan {
  /** A file as it is written there. */
  readonly write: (file: string) => string;
}

type Write = (file: string, at: WritingText) => string;

/** What opens a value, what ends it, and how a file is written in it. */
interface Opening {
  /** What stands in the value already; `undefined` where it is not open at the end of `before`. */
  readonly typed: (before: string) => string | undefined;
  readonly end: RegExp;
  readonly write: Write;
}

/** Opened by what the pattern says; its last group is what stands in the value already. */
function opened(pattern: RegExp, end: RegExp, write: Write): Opening {
  return { typed: (before) => pattern.exec(before)?.at(-1), end, write };
}

/** A string in quotes of this kind. */
function string(quote: '"' | "'", write: Write): Opening {
  return {
    typed: (before) => {
      const open = openStringIn(before);
      return open?.quote === quote ? open.typed : undefined;
    },
    end: quote === '"' ? /["\n]|$/ : /['\n]|$/,
    write,
  };
}

const url: Write = (file, at) => {
  const written = writtenPath(file, at, at.project, 'url');
  // Vue's compiler hands to the bundler what starts with a dot.
  return at.language === 'vue' && !/^[./]/.test(written) ? `./${written}` : written;
};
const path: Write = (file, at) => writtenPath(file, at, at.project, 'path');

/** A tag up to one of its attributes; `a < b` in the value of another one begins no tag. */
const TAG = String.raw`<\w(?:[^<]|<(?![\w/!]))*\s`;
const CSS_URL = [
  opened(/\burl\(\s*"([^"\n]*)$/i, /["\n]|$/, url),
  opened(/\burl\(\s*'([^'\n]*)$/i, /['\n]|$/, url),
  opened(/\burl\(\s*([^"')\s]*)$/i, /[)\s"']|$/, url),
];
const ATTRIBUTE = [
  ...CSS_URL,
  opened(new RegExp(String.raw`${TAG}srcset\s*=\s*"(?:[^"]*,)?\s*([^",]*)$`, 'i'), /[\s,"]|$/, url),
  opened(new RegExp(String.raw`${TAG}[\w:@.-]+\s*=\s*"([^"]*)$`), /"|$/, url),
  opened(new RegExp(String.raw`${TAG}[\w:@.-]+\s*=\s*'([^']*)$`), /'|$/, url),
];
const MARKDOWN = [
  opened(/\]\(<([^<>\n]*)$/, /[>\n]|$/, url),
  opened(/\]\(([^()<\s]*)$/, /[)\s]|$/, url),
  opened(/(?:^|\n) {0,3}\[[^\]\n]+\]:[ \t]+([^\s<]*)$/, /\s|$/, url),
  ...ATTRIBUTE,
];
const CSS = [...CSS_URL, string('"', url), string("'", url)];

const json: Write = (file, at) => inJson(path(file, at));
const dart =
  (quote: string): Write =>
  (file, at) =>
    inDart(path(file, at), quote);

const OPENINGS: Partial<Record<WritingText['language'], readonly Opening[]>> = {
  markdown: MARKDOWN,
  mdx: MARKDOWN,
  html: ATTRIBUTE,
  vue: ATTRIBUTE,
  svelte: ATTRIBUTE,
  astro: ATTRIBUTE,
  css: CSS,
  scss: CSS,
  less: CSS,
  rst: [
    opened(
      /(?:^|\n)[ \t]*\.\.[ \t]+(?:\|[^|\n]*\|[ \t]+)?(?:image|figure)::[ \t]*(\S*)$/,
      /\n|$/,
      (file, at) => rstPath(path(file, at)),
    ),
  ],
  asciidoc: [opened(/\bimage::?([^\s[]*)$/, /[[\n]|$/, asciiDocPath)],
  latex: [
    opened(/\\includegraphics\*?\s*(?:\[[^\]]*\]\s*)?\{([^{}]*)$/, /[}\n]|$/, (file, at) =>
      latexPath(path(file, at)),
    ),
  ],
  dart: [string('"', dart('"')), string("'", dart("'"))],
  swift: [string('"', (file, at) => inSwift(writtenPath(file, at, at.project, 'resource')))],
  kotlin: [string('"', (file, at) => inKotlin(path(file, at)))],
  androidXml: [
    opened(
      new RegExp(String.raw`${TAG}[\w:.-]+\s*=\s*"([^"]*)$`),
      /"|$/,
      (file, at) => androidXmlImage({ path: file, alt: '' }, at, { start: 0, end: 0 }).text,
    ),
  ],
  json: [string('"', json)],
  yaml: [string('"', json), string("'", (file, at) => inSingleYaml(path(file, at)))],
};

/** A place for one path alone, if the span lies in one. Scripts are another matter: they are parsed. */
export function valueAt(at: WritingText, { start, end }: TextSpan): Value | undefined {
  const before = at.text.slice(0, start);
  for (const opening of OPENINGS[at.language] ?? []) {
    const typed = opening.typed(before);
    if (typed === undefined) continue;
    const rest = at.text.slice(end).search(opening.end);
    // A selection says itself what is to be replaced.
    const span = start < end ? { start, end } : { start: start - typed.length, end: end + rest };
    return { ...span, write: (file) => opening.write(file, at) };
  }
  return undefined;
}
