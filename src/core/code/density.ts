import { folderOf, nameOf } from './paths';

/** A picture in the densities that lie beside each other: `hero.png`, `hero@2x.png`, `hero@3x.png`. */
export interface DensitySet {
  /** The file of the least density. */
  readonly path: string;
  /** Its px for each CSS px. */
  readonly scale: number;
  /** The finer ones, coarsest first. */
  readonly finer: readonly { readonly path: string; readonly scale: number }[];
}

/** The set that a file belongs to, by the names in its folder; a set of one where there are no others. */
export function densitySetOf(path: string, names: readonly string[]): DensitySet {
  const own = densityOf(nameOf(path));
  const folder = folderOf(path);
  const set = [...new Set([...names, nameOf(path)])]
    .filter((name) => densityOf(name).base === own.base)
    .map((name) => ({ path: `${folder}/${name}`, scale: densityOf(name).scale }))
    .toSorted((a, b) => a.scale - b.scale);
  const [least = { path, scale: own.scale }, ...finer] = set;
  return { ...least, finer };
}

function densityOf(name: string): { readonly base: string; readonly scale: number } {
  const [, stem, scale, extension] = /^(.+)@(\d+(?:\.\d+)?)x(\.\w+)$/.exec(name) ?? [];
  if (stem === undefined || extension === undefined) return { base: name, scale: 1 };
  return { base: stem + extension, scale: Number(scale) };
}
