import type { Project, ReferencePlace } from './project';
import { pathWithin } from './paths';

/** https://developer.android.com/guide/topics/resources/providing-resources, the density qualifiers */
const DENSITIES = ['', '-nodpi', '-mdpi', '-hdpi', '-xhdpi', '-xxhdpi', '-xxxhdpi'];
const ANDROID_FORMATS = ['png', 'webp', 'jpg', 'xml', '9.png'];
const XCODE_FORMATS = ['png', 'jpg', 'jpeg', 'pdf', 'svg'];

/** The files that a resource's name may mean, the likeliest first. */
export function resourceFiles(
  reference: string,
  from: ReferencePlace,
  project: Project,
): readonly string[] {
  // `@drawable/name`, `R.drawable.name` and the bare name are the same.
  const [, kind = 'drawable', name = ''] =
    /^(?:@|R\.)?(?:(drawable|mipmap)[/.])?([^/]+)$/.exec(reference) ?? [];
  if (name === '') return [];
  return from.language === 'swift' ? inCatalogues(name, project) : inRes(name, kind, from, project);
}

function inRes(
  name: string,
  kind: string,
  from: ReferencePlace,
  project: Project,
): readonly string[] {
  if (!/^\w+$/.test(name)) return [];
  const res = resFolder(from.path, project);
  return DENSITIES.flatMap((density) =>
    ANDROID_FORMATS.map((format) => `${res}/${kind}${density}/${name}.${format}`),
  );
}

/** Of the source set that the document is in (`src/main`, `src/debug`), else the module's main one. */
function resFolder(document: string, { root }: Project): string {
  const sourceSet = /^src\/[^/]+(?=\/)/.exec(pathWithin(root, document) ?? '')?.[0] ?? 'src/main';
  return `${root}/${sourceSet.replace(/^src\/\w*[tT]est$/, 'src/main')}/res`;
}

function inCatalogues(name: string, { root, catalogues }: Project): readonly string[] {
  const folders = catalogues ?? ['Assets.xcassets'];
  return folders.flatMap((folder) =>
    ['', '@2x', '@3x'].flatMap((scale) =>
      XCODE_FORMATS.map((format) => `${root}/${folder}/${name}.imageset/${name}${scale}.${format}`),
    ),
  );
}
