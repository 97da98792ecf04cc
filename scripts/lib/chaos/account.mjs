import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageSize } from 'image-size';

/** Lies beside the pictures and is none. */
export const assetLock = 'flux-assets.lock.json';

/** The journal's entries as they are now; what cannot be read has the phase `damaged`. */
export async function journalEntries(storage) {
  const folder = join(storage, 'journal');
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)),
  );
  return texts
    .filter((text) => text !== undefined)
    .map((text) => parsed(text) ?? { state: { phase: 'damaged' } });
}

/** Names on the disk, of which what comes later is told apart: files, temporary ones, the journal's, the history's. */
export async function whatLies(storage, assetsFolder) {
  const journal = await namesIn(join(storage, 'journal'));
  const assets = await namesIn(assetsFolder);
  return {
    saved: assets.filter((name) => !isTemporary(name) && name !== assetLock),
    temporary: [...assets, ...journal].filter(isTemporary),
    entries: (await journalEntries(storage)).map(({ id }) => id),
    listed: await listedFiles(storage),
  };
}

/**
 * What has come since `before`: `files` distinct whole pictures, `doubles` further files of the same bytes, `broken`
 * files that are no pictures, `told` what new entries say of the money, `unlisted` pictures that the history does not
 * name, `twiceListed` lines that name one again, `left` temporary files.
 */
export async function accountOf(storage, assetsFolder, before) {
  const now = await whatLies(storage, assetsFolder);
  const saved = now.saved.filter((name) => !before.saved.includes(name));
  const listed = now.listed.slice(before.listed.length);
  const digests = await Promise.all(saved.map((name) => digestOf(join(assetsFolder, name))));
  const whole = digests.filter((digest) => digest !== undefined);
  const entries = (await journalEntries(storage)).filter(({ id }) => !before.entries.includes(id));
  return {
    files: new Set(whole).size,
    doubles: whole.length - new Set(whole).size,
    broken: digests.length - whole.length,
    told: entries.map(({ state }) => state.failure?.charged ?? state.phase),
    unlisted: saved.filter((name) => !listed.includes(name)).length,
    twiceListed: listed.length - new Set(listed).size,
    left: now.temporary.filter((name) => !before.temporary.includes(name)).length,
  };
}

function isTemporary(name) {
  return name.startsWith('.') || /\.json\.[^/]*tmp[^/]*$/.test(name);
}

/** The names of the files that the histories of all workspaces add, line by line. */
async function listedFiles(storage) {
  const workspaces = join(storage, 'workspaces');
  const texts = await Promise.all(
    (await namesIn(workspaces)).map((name) =>
      readFile(join(workspaces, name, 'history.jsonl'), 'utf8').catch(() => ''),
    ),
  );
  const lines = texts.flatMap((text) => text.split('\n')).map(parsed);
  return lines.flatMap((line) =>
    line?.op === 'add' ? [basename(fileURLToPath(line.asset.uri))] : [],
  );
}

/** `undefined` where the file is no picture. */
async function digestOf(file) {
  const bytes = await readFile(file);
  try {
    imageSize(bytes);
  } catch {
    return undefined;
  }
  return createHash('sha256').update(bytes).digest('hex');
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function namesIn(folder) {
  return readdir(folder).catch(() => []);
}
