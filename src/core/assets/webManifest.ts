import { applyEdits, modify, parse, type ParseError, type ParseOptions } from 'jsonc-parser';

/** An icon as a web app's manifest names it (https://www.w3.org/TR/appmanifest/#icons-member). */
export interface ManifestIcon {
  /** A URL, relative to the manifest or from the site's root. */
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: 'maskable';
}

/** The names that a site's manifest goes by, the usual first. */
export const manifestNames: readonly string[] = [
  'manifest.webmanifest',
  'manifest.json',
  'site.webmanifest',
];

// Sites have manifests with comments, which their bundlers take out.
const LENIENT: ParseOptions = { allowTrailingComma: true };

/** A manifest that cannot be added to. */
export interface ManifestMistake {
  /** Counted from 1. */
  readonly line: number;
}

/**
 * The manifest with those of the icons that it has not: all else stays as it is written. The same text where it has
 * them all; the mistake where it is no manifest.
 */
export function withIcons(text: string, icons: readonly ManifestIcon[]): string | ManifestMistake {
  const errors: ParseError[] = [];
  const manifest: unknown = parse(text, errors, LENIENT);
  const [mistake] = errors;
  if (mistake !== undefined) return { line: text.slice(0, mistake.offset).split('\n').length };
  if (!isObject(manifest)) return { line: 1 };
  const known = manifest['icons'] ?? [];
  if (!Array.isArray(known)) return { line: 1 };
  const missing = icons.filter((icon) => !known.some((each) => isSame(each, icon)));
  return missing.reduce((whole, icon) => {
    const edits = modify(whole, ['icons', -1], icon, {
      isArrayInsertion: true,
      formattingOptions: formattingOf(text),
    });
    return applyEdits(whole, edits);
  }, text);
}

/** A manifest for a site that has none. */
export function newManifest(name: string, icons: readonly ManifestIcon[]): string {
  const manifest = { name, icons, start_url: '/', display: 'standalone' };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Whether an entry names this file for this purpose, however it writes the path. */
function isSame(entry: unknown, { src, purpose }: ManifestIcon): boolean {
  if (!isObject(entry) || typeof entry['src'] !== 'string') return false;
  const purposes = typeof entry['purpose'] === 'string' ? entry['purpose'].split(/\s+/) : ['any'];
  return bare(entry['src']) === bare(src) && purposes.includes(purpose ?? 'any');
}

function bare(src: string): string {
  return src.replace(/[?#].*$/s, '').replace(/^(\.?\/)+/, '');
}

function formattingOf(text: string) {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const insertSpaces = !indent.startsWith('\t');
  return {
    insertSpaces,
    tabSize: insertSpaces ? indent.length : 1,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
