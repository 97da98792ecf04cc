import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import type { Json, JsonObject, LockReference } from '../../core/assets/lock/lockEntry';
import { fileDigest } from '../assets/fileDigest';
import type { DerivedAsset } from './assetLocks';
import { keyOf, type LockPlace } from './lockPlace';

/** What a lock says of a picture. Rejects where the file cannot be read and its digest is not known. */
export async function pictureEntry(asset: Asset, place: LockPlace): Promise<JsonObject> {
  const sha256 = asset.digest ?? (await fileDigest(vscode.Uri.parse(asset.uri, true)));
  const references = asset.references ?? [];
  const read = await Promise.all(
    references.map((uri) => referenceTo(vscode.Uri.parse(uri), place)),
  );
  return jsonObject({
    prompt: asset.prompt,
    usedPrompt: asset.usedPrompt,
    provider: asset.provider,
    model: asset.model,
    seed: asset.seed,
    taskId: asset.taskId,
    parameters: asset.parameters,
    references: read.length === 0 ? undefined : read,
    width: asset.width,
    height: asset.height,
    format: asset.format,
    cost: asset.cost,
    created: new Date(asset.createdAt).toISOString(),
    sha256,
  });
}

/** What a lock says of a file that was made locally. Rejects where one of the two files cannot be read. */
export async function derivedEntry(
  { file, source, recipe }: DerivedAsset,
  place: LockPlace,
  now: number,
): Promise<JsonObject> {
  const [sha256, sourceDigest] = await Promise.all([fileDigest(file), fileDigest(source)]);
  return jsonObject({
    from: { file: keyOf(place, source), sha256: sourceDigest },
    recipe,
    created: new Date(now).toISOString(),
    sha256,
  });
}

async function referenceTo(uri: vscode.Uri, place: LockPlace): Promise<LockReference> {
  const file = keyOf(place, uri);
  const sha256 = await fileDigest(uri).catch(() => undefined);
  return { ...(file === undefined ? {} : { file }), ...(sha256 === undefined ? {} : { sha256 }) };
}

/** Without what JSON has no word for. Numbers stay as they are: the lock's format has a word for each. */
function jsonObject(value: object): JsonObject {
  const known = Object.entries(value).map(([name, each]) => [name, json(each)] as const);
  return Object.fromEntries(known.filter((pair): pair is [string, Json] => pair[1] !== undefined));
}

function json(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.map((each) => json(each) ?? null);
  if (typeof value === 'object' && value !== null) return jsonObject(value);
  const isPlain = value === null || ['boolean', 'number', 'string'].includes(typeof value);
  return isPlain ? (value as Json) : undefined;
}
