/** Longer lines are data (an image in base64), not prose. */
const LONGEST_LINE = 20_000;

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
    .map((paragraph) => {
      const looseEnds = paragraph.length < MOST_LOOSE_ENDS ? [] : paragraph.match(LOOSE_END);
      if ((looseEnds?.length ?? 0) > MOST_LOOSE_ENDS) return blanked(paragraph);
      if (!DEEP.test(paragraph) && paragraph.length < LONGEST_LINE) return paragraph;
      return paragraph
        .split(/(?<=\n)/)
        .map((line) => (line.length > LONGEST_LINE || DEEP.test(line) ? blanked(line) : line))
        .join('');
    })
    .join('');
}

function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
