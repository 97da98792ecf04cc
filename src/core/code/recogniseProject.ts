import type { Project, ProjectKind } from './project';

/** A folder that may be a project's. Paths are relative to it, with `/` between their parts. */
export interface ProjectFolder {
  /** Its path, without a slash at the end. */
  readonly root: string;
  /** The names of what lies in it. */
  readonly names: readonly string[];
  /** The text of a file in it; `undefined` where it is not there. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** The names in a folder of it; none where it is not there. */
  readonly list: (path: string) => Promise<readonly string[]>;
}

/** What a dependency of `package.json` says of a project; the first that is there counts. */
const BY_DEPENDENCY: readonly (readonly [string, ProjectKind, readonly string[]])[] = [
  ['next', 'next', ['public']],
  ['nuxt', 'nuxt', ['public', 'static']],
  ['@sveltejs/kit', 'sveltekit', ['static']],
  ['astro', 'astro', ['public']],
  ['@docusaurus/core', 'docusaurus', ['static']],
  ['gatsby', 'bundled', ['static']],
  ['@angular/core', 'bundled', ['public']],
  ['react-scripts', 'bundled', ['public']],
  ['@vue/cli-service', 'bundled', ['public']],
  ['vite', 'vite', ['public']],
  ['@rsbuild/core', 'bundled', ['public']],
  ['@rspack/core', 'bundled', ['public']],
  ['parcel', 'bundled', []],
  ['webpack', 'bundled', ['public']],
];

/** What tells a project, as a glob for whoever watches it; the editor's globs have no braces within braces. */
export const projectMarkers = `**/{${[
  'package.json',
  'pubspec.yaml',
  'conf.py',
  ...['vite', 'next', 'nuxt', 'svelte', 'astro', 'docusaurus'].map((tool) => `${tool}.config.*`),
  ...['toml', 'yaml', 'json'].flatMap((format) => [`hugo.${format}`, `config.${format}`]),
  'AndroidManifest.xml',
  'Package.swift',
  'Contents.json',
].join(',')}}`;

/** The project that has its root at this folder, if it has one there. Rejects as `read` and `list` do. */
export async function recogniseProject(folder: ProjectFolder): Promise<Project | undefined> {
  const { root, names } = folder;
  const has = (name: string) => names.includes(name);
  const project = (kind: ProjectKind, servedFolders: readonly string[]): Project => ({
    root,
    kind,
    servedFolders,
  });
  if (has('.vitepress')) return project('vitepress', ['public']);
  if (has('.vuepress')) return project('vitepress', ['.vuepress/public']);
  if (has('pubspec.yaml')) return project('flutter', []);
  if (has('conf.py') && isOfSphinx((await folder.read('conf.py')) ?? '')) {
    return project('sphinx', []);
  }
  const byConfig = kindByConfig(names);
  if (byConfig !== undefined) return project(...byConfig);
  if (has('package.json')) {
    const byPackage = kindByPackage((await folder.read('package.json')) ?? '');
    return project(...(byPackage ?? ['plain', has('public') ? ['public'] : []]));
  }
  if (await isHugo(folder)) return project('hugo', ['static']);
  if (await isAndroid(folder)) return project('android', []);
  if (names.some((name) => /\.(xcodeproj|xcassets|playground)$|^Package\.swift$/.test(name))) {
    return { ...project('xcode', []), catalogues: await cataloguesIn(folder) };
  }
  return undefined;
}

function kindByConfig(
  names: readonly string[],
): readonly [ProjectKind, readonly string[]] | undefined {
  const tool = names.map((name) => /^(\w+)\.config\.[cm]?[jt]s$/.exec(name)?.[1]);
  // Vite last: others are made with it.
  const order = ['next', 'nuxt', 'svelte', 'astro', 'docusaurus', 'vite'];
  const found = order.find((each) => tool.includes(each));
  if (found === undefined) return undefined;
  // Svelte without its kit is a Vite app, and has this file too.
  if (found === 'svelte') return undefined;
  const row = BY_DEPENDENCY.find(([, kind]) => kind === found);
  return row === undefined ? undefined : [row[1], row[2]];
}

function kindByPackage(text: string): readonly [ProjectKind, readonly string[]] | undefined {
  const dependencies = dependenciesOf(text);
  const row = BY_DEPENDENCY.find(([name]) => dependencies.has(name));
  return row === undefined ? undefined : [row[1], row[2]];
}

/** Of a package; none where the file is just being written. */
function dependenciesOf(text: string): ReadonlySet<string> {
  try {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(text) as Record<
      string,
      object | undefined
    >;
    return new Set(Object.keys({ ...peerDependencies, ...devDependencies, ...dependencies }));
  } catch {
    return new Set();
  }
}

/** Other programs have a `conf.py`, too. https://www.sphinx-doc.org/en/master/usage/configuration.html */
function isOfSphinx(text: string): boolean {
  const names = 'project|extensions|source_suffix|master_doc|root_doc|html_theme|exclude_patterns';
  const set = new Set(
    [...text.matchAll(new RegExp(`^(${names})\\s*(?::[^=\\n]+)?=`, 'gm'))].map(([, name]) => name),
  );
  return set.size > 1 || /\bsphinx/i.test(text);
}

async function isHugo({ names, list }: ProjectFolder): Promise<boolean> {
  if (names.some((name) => /^hugo\.(toml|yaml|json)$/.test(name))) return true;
  const isOldName = names.some((name) => /^config\.(toml|yaml|json)$/.test(name));
  if (isOldName)
    return ['content', 'archetypes', 'layouts', 'themes'].some((name) => names.includes(name));
  return (
    names.includes('config') && (await list('config/_default')).some((name) => /^hugo\./.test(name))
  );
}

async function isAndroid({ names, list }: ProjectFolder): Promise<boolean> {
  if (!names.includes('src')) return false;
  const main = await list('src/main');
  return main.includes('AndroidManifest.xml') || main.includes('res');
}

/** Here and in the folders of the targets. */
async function cataloguesIn({ names, list }: ProjectFolder): Promise<readonly string[]> {
  const isCatalogue = (name: string) => name.endsWith('.xcassets');
  const targets = names.filter((name) => !name.includes('.'));
  const below = await Promise.all(
    targets.map(async (target) =>
      (await list(target)).filter(isCatalogue).map((name) => `${target}/${name}`),
    ),
  );
  return [...names.filter(isCatalogue), ...below.flat()];
}
