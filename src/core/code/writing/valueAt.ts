import type { TextSpan } from '../imageReference';
import { writtenPath } from '../writtenPath';
import { androidXmlImage } from './appImage';
import type { WritingText } from './picture';
import { asciiDocPath, latexPath, rstPath } from './proseImage';

/** A place where a path alone is wanted: in an attribute, in brackets, in a string. */
export interface Value extends TextSpan {
  /** A file as it is written there. */
  readonly write: (file: string) => string;
}

type Write = (file: string, at: WritingText) => string;

/** What stands before a value and is part of it (the last group), what ends it, and how a file is written in it. */
interface Opening {
  readonly before: RegExp;
  readonly end: RegExp;
  readonly write: Write;
}

const url: Write = (file, at) => {
  const written = writtenPath(file, at, at.project, 'url');
  // Vue's compiler hands to the bundler what starts with a dot.
  return at.language === 'vue' && !/^[./]/.test(written) ? `./${written}` : written;
};
const path: Write = (file, at) => writtenPath(file, at, at.project, 'path');
const candidate: Write = (file, at) => url(file, at).replaceAll(',', '%2C');

const CSS_URL: readonly Opening[] = [
  { before: /\burl\(\s*"([^"\n]*)$/i, end: /["\n]|$/, write: url },
  { before: /\burl\(\s*'([^'\n]*)$/i, end: /['\n]|$/, write: url },
  { before: /\burl\(\s*([^"')\s]*)$/i, end: /[)\s"']|$/, write: url },
];
const ATTRIBUTE: readonly Opening[] = [
  ...CSS_URL,
  { before: /<\w[^]*\ssrcset\s*=\s*"(?:[^"]*,)?\s*([^",]*)$/i, end: /[\s,"]|$/, write: candidate },
  { before: /<\w[^]*\s[\w:@.-]+\s*=\s*"([^"]*)$/, end: /"|$/, write: url },
  { before: /<\w[^]*\s[\w:@.-]+\s*=\s*'([^']*)$/, end: /'|$/, write: url },
];
const MARKDOWN: readonly Opening[] = [
  { before: /\]\(<([^<>\n]*)$/, end: /[>\n]|$/, write: url },
  { before: /\]\(([^()<\s]*)$/, end: /[)\s]|$/, write: url },
  { before: /(?:^|\n) {0,3}\[[^\]\n]+\]:[ \t]+([^\s<]*)$/, end: /\s|$/, write: url },
  ...ATTRIBUTE,
];
const CSS: readonly Opening[] = [...CSS_URL, ...strings(url)];

const json: Write = (file, at) => JSON.stringify(path(file, at)).slice(1, -1);
const escaped = (signs: RegExp, text: string) => text.replace(signs, (sign) => `\\${sign}`);

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
    {
      before: /(?:^|\n)[ \t]*\.\.[ \t]+(?:\|[^|\n]*\|[ \t]+)?(?:image|figure)::[ \t]*(\S*)$/,
      end: /\n|$/,
      write: (file, at) => rstPath(path(file, at)),
    },
  ],
  asciidoc: [{ before: /\bimage::?([^\s[]*)$/, end: /[[\n]|$/, write: asciiDocPath }],
  latex: [
    {
      before: /\\includegraphics\*?\s*(?:\[[^\]]*\]\s*)?\{([^{}]*)$/,
      end: /[}\n]|$/,
      write: (file, at) => latexPath(path(file, at)),
    },
  ],
  dart: strings((file, at) => escaped(/[\\'"$]/g, path(file, at))),
  swift: [
    {
      before: /(?<![\\"])"((?:[^"\\\n]|\\.)*)$/,
      end: /["\n]|$/,
      write: (file, at) => escaped(/[\\"]/g, writtenPath(file, at, at.project, 'resource')),
    },
  ],
  kotlin: strings((file, at) => escaped(/[\\"$]/g, path(file, at))),
  androidXml: [
    {
      before: /<\w[^]*\s[\w:.-]+\s*=\s*"([^"]*)$/,
      end: /"|$/,
      write: (file, at) => androidXmlImage({ path: file, alt: '' }, at, { start: 0, end: 0 }).text,
    },
  ],
  json: [{ before: stringBefore('"'), end: /["\n]|$/, write: json }],
  yaml: [
    { before: stringBefore('"'), end: /["\n]|$/, write: json },
    {
      before: stringBefore("'"),
      end: /['\n]|$/,
      write: (file, at) => path(file, at).replaceAll("'", "''"),
    },
  ],
};

/** A place for one path alone, if the span lies in one. Scripts are another matter: they are parsed. */
export function valueAt(at: WritingText, { start, end }: TextSpan): Value | undefined {
  const before = at.text.slice(0, start);
  for (const opening of OPENINGS[at.language] ?? []) {
    const typed = opening.before.exec(before)?.at(-1);
    if (typed === undefined) continue;
    const rest = at.text.slice(end).search(opening.end);
    // A selection says itself what is to be replaced.
    const span = start < end ? { start, end } : { start: start - typed.length, end: end + rest };
    return { ...span, write: (file) => opening.write(file, at) };
  }
  return undefined;
}

/** In quotes that were opened in this line and not closed. */
function stringBefore(quote: '"' | "'"): RegExp {
  const other = quote === '"' ? "'" : '"';
  const closed = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`;
  return new RegExp(
    `(?:^|\\n)(?:${closed}|[^"'\\n]|\\b${other})*${quote}((?:[^${quote}\\\\\\n]|\\\\.)*)$`,
  );
}

function strings(write: Write): readonly Opening[] {
  return [
    { before: stringBefore('"'), end: /["\n]|$/, write },
    { before: stringBefore("'"), end: /['\n]|$/, write },
  ];
}
