import type * as vscode from 'vscode';

import { modelOf } from '../../core/api/models';
import type { AssetLock } from '../../core/assets/lock/assetLock';
import {
  readEntry,
  type DerivedEntry,
  type LockReference,
  type PictureEntry,
} from '../../core/assets/lock/lockEntry';
import type { Recipe } from '../../core/assets/recipe';
import type { Estimate } from '../../core/money/estimate';
import { fileDigest } from '../assets/fileDigest';
import { readImageSize } from '../assets/imageSizes';
import { modelEstimate } from '../money/modelEstimate';
import { readSettings } from '../settings';
import type { GenerationOrder } from '../tasks/order';
import { isTrouble, readLock, type LockTrouble } from './lockFile';
import { fileOf, keyOf, lockPlaceOf, type LockPlace } from './lockPlace';

/** A file as it is now, beside what its entry says. */
interface PlannedFile {
  readonly file: vscode.Uri;
  /** SHA-256 of what lies there; absent where nothing does. */
  readonly digest?: string;
  /** Whether it is not as it was made. */
  readonly isChanged: boolean;
}

/** A file that is made again here, for free. */
export interface PlannedDerived extends PlannedFile {
  readonly kind: 'derived';
  readonly source: vscode.Uri;
  readonly recipe: Recipe;
}

/** A picture that a service makes again, and what is made from it here. */
export interface PlannedPicture extends PlannedFile {
  readonly kind: 'picture';
  readonly order: GenerationOrder;
  readonly estimate: Estimate;
  /** References that went with it and are not there, or not as they were: it is made without them. */
  readonly lost: number;
  readonly derived: readonly PlannedDerived[];
}

/** A file that cannot be made again from a lock, and why. */
export interface Unplanned {
  readonly kind: 'unplanned';
  readonly file: vscode.Uri;
  readonly why: 'no-entry' | 'source-changed' | LockTrouble;
  readonly lock?: vscode.Uri;
}

export type Planned = PlannedPicture | PlannedDerived | Unplanned;

/** What making these files again takes. What is made from a picture among them is planned with it, once. */
export async function planRegeneration(files: readonly vscode.Uri[]): Promise<readonly Planned[]> {
  const planned = await Promise.all(files.map(planOne));
  const along = new Set(
    planned.flatMap((each) => (each.kind === 'picture' ? each.derived.map(nameOf) : [])),
  );
  return planned.filter((each) => each.kind === 'picture' || !along.has(nameOf(each)));
}

function nameOf({ file }: { readonly file: vscode.Uri }): string {
  return file.toString();
}

async function planOne(file: vscode.Uri): Promise<Planned> {
  const unplanned = (why: Unplanned['why'], lock?: vscode.Uri): Unplanned => ({
    kind: 'unplanned',
    file,
    why,
    ...(lock === undefined ? {} : { lock }),
  });
  const place = await lockPlaceOf(file);
  const key = place && keyOf(place, file);
  if (place === undefined || key === undefined) return unplanned('no-entry');
  const read = await readLock(place.lock);
  if (isTrouble(read)) return unplanned(read, place.lock);
  const entry = readEntry(read?.lock.assets.get(key) ?? {});
  if (read === undefined || entry === undefined) return unplanned('no-entry');
  if (entry.kind === 'picture') return planPicture(file, key, entry, place, read.lock);
  const derived = await planDerived(file, entry, place);
  const source = derived && (await fileDigest(derived.source).catch(() => undefined));
  return derived === undefined || source !== entry.from.sha256
    ? unplanned('source-changed')
    : derived;
}

async function planPicture(
  file: vscode.Uri,
  key: string,
  entry: PictureEntry,
  place: LockPlace,
  lock: AssetLock,
): Promise<PlannedPicture> {
  const settings = readSettings(place.root);
  const model = modelOf(entry.model);
  const takesSeed = model.parameters.some(({ name }) => name === 'seed');
  const seed = takesSeed && entry.seed !== undefined ? { seed: entry.seed } : {};
  const parameters = { ...entry.parameters, ...seed };
  const sent = entry.references ?? [];
  const found = await Promise.all(sent.map((each) => unchanged(each, place)));
  const references = found.filter((uri) => uri !== undefined);
  const sizes = await Promise.all(references.map(readImageSize));
  return {
    kind: 'picture',
    ...(await asItIs(file, entry.sha256)),
    order: {
      prompt: entry.prompt,
      model: entry.model,
      parameters,
      references,
      count: 1,
      target: file,
      workspaceFolder: place.root,
    },
    estimate: modelEstimate(model, settings, { parameters, references: sizes }),
    lost: sent.length - references.length,
    derived: await derivedFrom(key, place, lock),
  };
}

/** The files that were made from a picture, by its path in the lock. */
async function derivedFrom(
  key: string,
  place: LockPlace,
  lock: AssetLock,
): Promise<readonly PlannedDerived[]> {
  const planned = await Promise.all(
    [...lock.assets].map(async ([name, value]) => {
      const entry = readEntry(value);
      const file = fileOf(place, name);
      if (entry?.kind !== 'derived' || entry.from.file !== key || file === undefined) return [];
      const one = await planDerived(file, entry, place);
      return one === undefined ? [] : [one];
    }),
  );
  return planned.flat();
}

async function planDerived(
  file: vscode.Uri,
  { from, recipe, sha256 }: DerivedEntry,
  place: LockPlace,
): Promise<PlannedDerived | undefined> {
  const source = fileOf(place, from.file);
  if (source === undefined) return undefined;
  const now = await asItIs(file, sha256);
  return { kind: 'derived', ...now, source, recipe: recipe as Recipe };
}

async function asItIs(file: vscode.Uri, sha256: string): Promise<PlannedFile> {
  const digest = await fileDigest(file).catch(() => undefined);
  if (digest === undefined) return { file, isChanged: false };
  return { file, digest, isChanged: digest !== sha256 };
}

async function unchanged(
  { file, sha256 }: LockReference,
  place: LockPlace,
): Promise<vscode.Uri | undefined> {
  const uri = file === undefined ? undefined : fileOf(place, file);
  const digest = uri && (await fileDigest(uri).catch(() => undefined));
  return digest !== undefined && digest === sha256 ? uri : undefined;
}
