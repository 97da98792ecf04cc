/** Where an end of `code` is not found, the rest of the text is that code. */
interface Scan {
  readonly text: string;
  /** The text's units, of which those that no parser of HTML may see are changed. */
  readonly masked: string[];
}

const VOID_NAME = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/**
 * The markup of an Astro component, as long as before, so that a parser of HTML reads it: what is JavaScript in braces
 * is blanked, the elements in it are kept, and an attribute that is nothing but a string in braces becomes that string.
 */
export function maskExpressions(text: string): string {
  const scan = { text, masked: text.split('') };
  // The depth of elements in each expression that is open; text and elements outside of all have the first.
  const depths = [0];
  let inCode = false;
  for (let i = 0; i < text.length;) {
    const rest = text.slice(i, i + 9);
    const name = /^<\/?([\w.:-]*)/.exec(text.slice(i, i + 100))?.[1] ?? '';
    if (rest.startsWith('<!--')) i = behind(text, '-->', i + 4);
    else if (/^<(?:[a-z>]|\/[a-z>])/i.test(rest)) {
      const end = tagEnd(scan, i);
      const raw = /^<(script|style)\b/i.exec(rest)?.[1];
      const isSelfClosing = text[end - 2] === '/' || VOID_NAME.test(name);
      if (raw !== undefined && text[end - 2] !== '/') i = behind(text, `</${raw}`, end);
      else i = end;
      const last = depths.length - 1;
      if (rest.startsWith('</')) depths[last] = (depths[last] ?? 0) - 1;
      else if (!isSelfClosing && raw === undefined) depths[last] = (depths[last] ?? 0) + 1;
      inCode = last > 0 && (depths[last] ?? 0) <= 0;
    } else if (inCode && /^["'`]|^\/[/*]/.test(rest)) {
      const end = literalEnd(text, i);
      blank(scan, i, end);
      i = end;
    } else if (rest.startsWith('{')) {
      blank(scan, i, ++i);
      depths.push(0);
      inCode = true;
    } else if (inCode && rest.startsWith('}')) {
      blank(scan, i, ++i);
      if (depths.length > 1) depths.pop();
      inCode = depths.length > 1 && (depths.at(-1) ?? 0) <= 0;
    } else {
      if (inCode) blank(scan, i, i + 1);
      i++;
    }
  }
  return scan.masked.join('');
}

/** The end of the tag that begins at `start`; its attributes' expressions are masked. */
function tagEnd(scan: Scan, start: number): number {
  const { text } = scan;
  for (let i = start + 1; i < text.length;) {
    const unit = text[i];
    if (unit === '>') return i + 1;
    if (unit === '"' || unit === "'" || unit === '`') i = behind(text, unit, i + 1);
    else if (unit === '{') {
      const end = expressionEnd(text, i);
      maskAttribute(scan, i, end);
      i = end;
    } else i++;
  }
  return text.length;
}

function expressionEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length;) {
    if (/^(?:["'`]|\/[/*])/.test(text.slice(i, i + 2))) i = literalEnd(text, i);
    else {
      if (text[i] === '{') depth++;
      if (text[i] === '}') depth--;
      i++;
      if (depth === 0) return i;
    }
  }
  return text.length;
}

/** The end of the string or comment that begins at `start`. */
function literalEnd(text: string, start: number): number {
  const unit = text[start] ?? '';
  if (unit === '/') return behind(text, text[start + 1] === '*' ? '*/' : '\n', start + 2);
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === unit) return i + 1;
    else if (text[i] === '\n' && unit !== '`') return i;
  }
  return text.length;
}

function maskAttribute({ text, masked }: Scan, start: number, end: number): void {
  const inside = text.slice(start + 1, end - 1);
  const quoted = /^\s*(["'`])[^"'`\\{}\r\n]*\1\s*$/.exec(inside)?.[1];
  for (let i = start + 1; i < end - 1; i++) {
    if (quoted === undefined) masked[i] = 'x';
    else if (text[i] === '`') masked[i] = '"';
  }
  if (quoted === undefined) return;
  masked[start] = ' ';
  masked[end - 1] = ' ';
}

function blank({ text, masked }: Scan, start: number, end: number): void {
  for (let i = start; i < end; i++) if (text[i] !== '\n' && text[i] !== '\r') masked[i] = ' ';
}

function behind(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}
