/** The ways of naming an image that this extension writes. */
type ReferenceStyle = 'markdown' | 'html' | 'css' | 'path';

/** What a reference says of the image. */
interface ReferenceTarget {
  /** Relative to the document, with `/` between the parts, not yet encoded. */
  readonly path: string;
  readonly alt: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
}

const STYLE_BY_LANGUAGE: Readonly<Record<string, ReferenceStyle>> = {
  markdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  handlebars: 'html',
  razor: 'html',
  php: 'html',
  vue: 'html',
  svelte: 'html',
  astro: 'html',
  css: 'css',
  scss: 'css',
  less: 'css',
  sass: 'css',
};

/** The style for an editor's language id; a file whose language the editor does not know is told by its name. */
export function referenceStyleOf(languageId: string, fileName: string): ReferenceStyle {
  const byExtension = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return STYLE_BY_LANGUAGE[languageId] ?? STYLE_BY_LANGUAGE[byExtension] ?? 'path';
}

/** The text that makes `style`'s own parser find the image. */
export function referenceText(style: ReferenceStyle, target: ReferenceTarget): string {
  const url = encodePath(target.path);
  switch (style) {
    case 'markdown':
      return `![${escapeMarkdown(target.alt)}](${url})`;
    case 'html':
      return `<img src="${escapeHtml(url)}" alt="${escapeHtml(target.alt)}" width="${String(target.width)}" height="${String(target.height)}">`;
    case 'css':
      return `url("${url}")`;
    case 'path':
      return target.path;
  }
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()'*]/g, percent))
    .join('/');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\[\]`*_<>!]/g, (character) => `\\${character}`);
}

function escapeHtml(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
