import * as vscode from 'vscode';

import { messageOf, type Failure } from '../../core/api/failure';
import type { Asset } from '../../core/assets/asset';
import type { Localizer } from '../../protocol/localizer';
import { fileDigest } from '../assets/fileDigest';
import { replaceFile } from '../assets/replaceFile';
import type { FileDeriver } from '../derive/deriveFile';
import type { RunOrders } from '../money/budgetQuestion';
import type { GenerationOutcome } from '../tasks/generation';
import type { HistoryStore } from '../storage/historyStore';
import type { AssetLocks } from './assetLocks';
import {
  planRegeneration,
  type Planned,
  type PlannedDerived,
  type PlannedPicture,
} from './regenerationPlan';
import { nameOf, regenerationQuestion, unplannedWords } from './regenerationWords';

/** What making files again needs of the rest. */
export interface RegenerationPorts {
  readonly runAll: RunOrders;
  readonly deriver: FileDeriver;
  readonly locks: AssetLocks;
  readonly history: Pick<HistoryStore, 'update'>;
  readonly l10n: Localizer;
  /** Asks in a modal dialog; the button that was pressed, if any. */
  readonly ask: (
    question: string,
    detail: string,
    buttons: readonly string[],
  ) => Promise<string | undefined>;
  readonly tell: (message: string) => void;
  readonly tellFailure: (failure: Failure) => void;
}

/** Where what is made goes, where a file lies already: beside it, or in its place, as a person chose. */
type Way = 'beside' | 'replace';

/** *Regenerate…*: asks once, with the price of all, and makes files again from their entries. */
export async function regenerate(
  files: readonly vscode.Uri[],
  ports: RegenerationPorts,
  signal: AbortSignal,
): Promise<void> {
  const { l10n, tell } = ports;
  const planned = await planRegeneration(files);
  const made = planned.filter((each) => each.kind !== 'unplanned');
  if (made.length === 0) {
    const why = planned.map((each) =>
      each.kind === 'unplanned' ? unplannedWords(each, l10n) : '',
    );
    tell(l10n.t('Nothing was made. {0}', why.join(' ')));
    return;
  }
  const way = await askWay(planned, ports);
  if (way === undefined) return;
  const pictures = made.filter((each) => each.kind === 'picture');
  const orders = pictures.map(({ order }) => order);
  const outcomes = orders.length === 0 ? [] : await ports.runAll(orders, signal);
  const results = await Promise.all([
    ...pictures.map((each, index) => placePicture(each, outcomes[index], way, ports)),
    ...made.map((each) => (each.kind === 'derived' ? makeDerived(each, way, ports) : [])),
  ]);
  const sentences = results.flat();
  if (sentences.length > 0) tell(sentences.join(' '));
}

async function askWay(
  planned: readonly Planned[],
  { l10n, ask }: RegenerationPorts,
): Promise<Way | undefined> {
  const lies = planned.some(
    (each) =>
      each.kind !== 'unplanned' &&
      [each, ...(each.kind === 'picture' ? each.derived : [])].some(
        ({ digest }) => digest !== undefined,
      ),
  );
  const [only, beside, replace] = [
    l10n.t('Regenerate'),
    l10n.t('Save Beside'),
    l10n.t('Replace the Files'),
  ];
  const { question, detail } = regenerationQuestion(planned, l10n);
  const pressed = await ask(question, detail, lies ? [beside, replace] : [only]);
  if (pressed === undefined) return undefined;
  return pressed === replace ? 'replace' : 'beside';
}

/** What was made, in sentences. Never rejects: what failed is told. */
async function placePicture(
  planned: PlannedPicture,
  outcome: GenerationOutcome | undefined,
  way: Way,
  ports: RegenerationPorts,
): Promise<readonly string[]> {
  const { l10n } = ports;
  for (const failure of outcome?.failures ?? []) ports.tellFailure(failure);
  const asset = outcome?.saved[0];
  if (asset === undefined) return [];
  try {
    const place = await putInPlace(asset, planned, way, ports);
    const said = l10n.t('Made again: {0}.', nameOf(place));
    if (place.toString() !== planned.file.toString()) return [said];
    const derived = planned.derived.filter(
      ({ digest }) => digest === undefined || way === 'replace',
    );
    const more = await Promise.all(derived.map((each) => makeDerived(each, way, ports)));
    return [said, ...more.flat()];
  } catch (error) {
    return [
      l10n.t(
        'The new picture is at {0}. It could not be put in the place of {1}: {2}',
        nameOf(vscode.Uri.parse(asset.uri)),
        nameOf(planned.file),
        messageOf(error),
      ),
    ];
  }
}

/** Where the new picture lies in the end. It takes the old one's place only as the person has seen that. */
async function putInPlace(
  asset: Asset,
  { file, digest }: PlannedPicture,
  way: Way,
  { locks, history }: RegenerationPorts,
): Promise<vscode.Uri> {
  const saved = vscode.Uri.parse(asset.uri);
  if (way === 'beside' || digest === undefined) return saved;
  const isSameKind = extensionOf(saved) === extensionOf(file);
  if (!isSameKind || !(await isStill(file, digest))) return saved;
  await replaceFile(file, await vscode.workspace.fs.readFile(saved));
  await history.update({ ...asset, uri: file.toString() });
  await locks.move(saved, file);
  await vscode.workspace.fs.delete(saved);
  return file;
}

async function makeDerived(
  { file, digest, source, recipe }: PlannedDerived,
  way: Way,
  { deriver, locks, l10n }: RegenerationPorts,
): Promise<readonly string[]> {
  try {
    if (way === 'beside' || digest === undefined || !(await isStill(file, digest))) {
      const made = await deriver.deriveFile(source, recipe, file);
      return [l10n.t('Made again: {0}.', nameOf(made))];
    }
    await replaceFile(file, await deriver.deriveBytes(source, recipe));
    await locks.recordDerived({ file, source, recipe });
    return [l10n.t('Made again: {0}.', nameOf(file))];
  } catch (error) {
    return [messageOf(error)];
  }
}

async function isStill(file: vscode.Uri, digest: string): Promise<boolean> {
  return (await fileDigest(file).catch(() => undefined)) === digest;
}

function extensionOf({ path }: vscode.Uri): string {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return extension === 'jpeg' ? 'jpg' : extension;
}
