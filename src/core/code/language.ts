/** The languages in which this extension finds and writes references to images. */
export type CodeLanguage =
  | 'markdown'
  | 'mdx'
  | 'html'
  | 'css'
  | 'scss'
  | 'less'
  | 'jsx'
  | 'vue'
  | 'svelte'
  | 'astro'
  | 'rst'
  | 'asciidoc'
  | 'latex'
  | 'dart'
  | 'swift'
  | 'kotlin'
  | 'androidXml'
  | 'json'
  | 'yaml'
  | 'plain';

/** By the file's name, without a dot: many of these open as plain text where no extension adds the language. */
const BY_EXTENSION: Readonly<Record<string, CodeLanguage>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'mdx',
  html: 'html',
  htm: 'html',
  css: 'css',
  scss: 'scss',
  less: 'less',
  js: 'jsx',
  mjs: 'jsx',
  cjs: 'jsx',
  jsx: 'jsx',
  ts: 'jsx',
  mts: 'jsx',
  cts: 'jsx',
  tsx: 'jsx',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  rst: 'rst',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  tex: 'latex',
  dart: 'dart',
  swift: 'swift',
  kt: 'kotlin',
  kts: 'kotlin',
  json: 'json',
  jsonc: 'json',
  webmanifest: 'json',
  yaml: 'yaml',
  yml: 'yaml',
};

const BY_EDITOR_ID: Readonly<Record<string, CodeLanguage>> = {
  markdown: 'markdown',
  mdx: 'mdx',
  html: 'html',
  handlebars: 'html',
  razor: 'html',
  php: 'html',
  css: 'css',
  scss: 'scss',
  less: 'less',
  javascript: 'jsx',
  javascriptreact: 'jsx',
  typescript: 'jsx',
  typescriptreact: 'jsx',
  vue: 'vue',
  svelte: 'svelte',
  astro: 'astro',
  restructuredtext: 'rst',
  asciidoc: 'asciidoc',
  latex: 'latex',
  tex: 'latex',
  dart: 'dart',
  swift: 'swift',
  kotlin: 'kotlin',
  json: 'json',
  jsonc: 'json',
  yaml: 'yaml',
  dockercompose: 'yaml',
};

/** Extensions of the files that are looked through for references, without dots. */
export const codeExtensions: readonly string[] = [...Object.keys(BY_EXTENSION), 'xml'];

/** The language of a file, by its name first and then by the editor's id for it. `path` has `/` between its parts. */
export function languageOf(path: string, editorId?: string): CodeLanguage {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (extension === 'xml') return isAndroidXml(path) ? 'androidXml' : 'plain';
  return BY_EXTENSION[extension] ?? BY_EDITOR_ID[editorId ?? ''] ?? 'plain';
}

/** Android keeps its resources in `res/<kind>-<qualifiers>/` (and names them in the manifest). */
function isAndroidXml(path: string): boolean {
  return /(^|\/)res\/[a-z]+(-[\w+-]+)?\/[^/]+\.xml$|(^|\/)AndroidManifest\.xml$/.test(path);
}
