/** Longer lines are data (an image in base64), not prose. */
const LONGEST_LINE = 20_000;

/** In longer paragraphs (tables, above all) the parser's time grows faster than the text. */
const LONGEST_PARAGRAPH = 30_000;

/** As many starts of something that never ends are in no paragraph that somebody wrote. */
const MOST_LOOSE_ENDS = 1000;

const LOOSE_END = /<[!?]|\](?![([:])|\]\((?=<|\S*$)|\[\]/gm;

/** Quotes and lists in one another on one line, deeper than any reader would follow. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t]+)){40}/;

/**
 * The text, as long as before, without the lines and paragraphs for which a parser of Markdown takes quadratic time:
 * a megabyte of them would stop everything for minutes.
 */
export function calmMarkdown(text: string): string {
  // A list's item begins a paragraph of its own, as a blank line does.
  return text
    .split(/(?<=\n)(?=[ \t]*(?:\r?\n|[-+*][ \t]|\d{1,9}[.)][ \t]))/)
    .map((paragraph) =>
      paragraph.length < MOST_LOOSE_ENDS && !DEEP.test(paragraph) ? paragraph : calm(paragraph),
    )
    .join('');
}

function calm(paragraph: string): string {
  const looseEnds = paragraph.match(LOOSE_END)?.length ?? 0;
  if (looseEnds > MOST_LOOSE_ENDS) return blanked(paragraph);
  let length = 0;
  return paragraph
    .split(/(?<=\n)/)
    .map((line) => {
      length += line.length;
      const isBreak = length > LONGEST_PARAGRAPH;
      if (isBreak) length = 0;
      // A blank line makes two paragraphs of one.
      return isBreak || line.length > LONGEST_LINE || DEEP.test(line) ? blanked(line) : line;
    })
    .join('');
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
