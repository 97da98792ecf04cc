/** What template languages put into HTML, and what is code or comment to its end there: PHP, ERB, Jinja, Handlebars. */
const TEMPLATES: readonly (readonly [open: string, close: string])[] = [
  ['<?', '?>'],
  ['<%', '%>'],
  ['{%', '%}'],
  ['{{!--', '--}}'],
  ['{#', '#}'],
];

/**
 * The text with each tag of a template language made a run of braces, as long as before: a URL with one in it is still
 * seen not to be whole.
 */
export function maskTemplates(text: string): string {
  let masked = text;
  for (const [open, close] of TEMPLATES) {
    let at = masked.indexOf(open);
    if (at < 0) continue;
    const parts: string[] = [];
    let done = 0;
    while (at >= 0) {
      const closed = masked.indexOf(close, at + open.length);
      // PHP may go on to the end of its file; anything else that is not closed is no tag.
      if (closed < 0) break;
      const end = closed + close.length;
      parts.push(masked.slice(done, at), masked.slice(at, end).replace(/[^\r\n]/g, '{'));
      done = end;
      at = masked.indexOf(open, end);
    }
    masked = parts.join('') + masked.slice(done);
  }
  return masked;
}
