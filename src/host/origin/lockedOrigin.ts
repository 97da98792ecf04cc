import type * as vscode from 'vscode';

import type { AssetLock } from '../../core/assets/lock/assetLock';
import { readEntry, type PictureEntry } from '../../core/assets/lock/lockEntry';
import { originOfRecord, type Origin } from '../../core/assets/origin';
import { isTrouble, readLock } from '../lock/lockFile';
import { fileOf, keyOf, lockPlaceOf, type LockPlace } from '../lock/lockPlace';

/** What the asset lock says of an image; of one that was made from another, what it says of that. Never rejects. */
export async function lockedOrigin(image: vscode.Uri): Promise<Origin | undefined> {
  const place = await lockPlaceOf(image);
  const key = place && keyOf(place, image);
  if (place === undefined || key === undefined) return undefined;
  const read = await readLock(place.lock).catch(() => undefined);
  if (read === undefined || isTrouble(read)) return undefined;
  return originIn(read.lock, key, place);
}

function originIn(lock: AssetLock, key: string, place: LockPlace): Origin | undefined {
  const entry = entryAt(lock, key);
  if (entry === undefined) return undefined;
  if (entry.kind === 'picture') return originOfEntry(entry, place);
  // What is made locally is made of a paid picture, never of another one that was made locally.
  const source = entryAt(lock, entry.from.file);
  const origin = source?.kind === 'picture' ? originOfEntry(source, place) : {};
  const madeFrom = fileOf(place, entry.from.file)?.toString();
  return { ...origin, knownFrom: 'lock', ...(madeFrom === undefined ? {} : { madeFrom }) };
}

function entryAt({ assets }: AssetLock, key: string) {
  const entry = assets.get(key);
  return entry && readEntry(entry);
}

function originOfEntry(entry: PictureEntry, place: LockPlace): Origin {
  const references = (entry.references ?? []).flatMap(({ file }) =>
    file === undefined ? [] : (fileOf(place, file)?.toString() ?? []),
  );
  const createdAt = Date.parse(entry.created);
  return originOfRecord('lock', {
    ...entry,
    references,
    createdAt: Number.isFinite(createdAt) ? createdAt : undefined,
  });
}
