import * as vscode from 'vscode';

import { messageOf, type Failure } from '../../core/api/failure';
import type { Asset } from '../../core/assets/asset';
import { expectedSize } from '../../core/needed/expectedSize';
import { exists } from '../assets/files';
import { readSettings } from '../settings';
import type { DeriveFile } from '../derive/deriveFile';
import type { RunOrders } from '../money/budgetQuestion';
import type { GenerationOutcome } from '../tasks/generation';
import type { GenerationOrder } from '../tasks/order';
import type { NeededOrder } from './neededOrder';
import { replaceReferences, type Replacement, type ReplacingPorts } from './replacing';

/** How the order of one needed image ended. */
export type NeededResult = { readonly order: NeededOrder } & (
  | {
      readonly kind: 'made';
      /** Where it lies: beside its place where something had appeared there meanwhile. */
      readonly file: vscode.Uri;
      /** References that should name it now and could not be changed. */
      readonly unchanged: number;
    }
  /** A file lies there already, so nothing was sent. */
  | { readonly kind: 'there' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The paid picture is saved, but the file could not be made of it. */
  | { readonly kind: 'unmade'; readonly original: vscode.Uri; readonly cause: string }
);

/** What making needed images needs. */
export interface NeededMakerPorts extends ReplacingPorts {
  readonly runAll: RunOrders;
  readonly deriveFile: DeriveFile;
}

/** The file that was made for an order, or why none was. */
type Made =
  { readonly file: vscode.Uri } | { readonly original: vscode.Uri; readonly cause: string };

/** Makes needed images: the paid pictures, the exact files of them, and the references that have to change. */
export class NeededMaker {
  constructor(private readonly ports: NeededMakerPorts) {}

  /**
   * Makes them all; the budget takes them together or not at all. `onMade` hears of each image that lies in its
   * place. What was paid is brought to its place even after a cancel. Rejects only where
   * nothing could be sent.
   */
  async make(
    orders: readonly NeededOrder[],
    signal: AbortSignal,
    onMade: () => void = () => undefined,
  ): Promise<readonly NeededResult[]> {
    const free = await Promise.all(orders.map(isFree));
    const sent = orders.filter((_order, index) => free[index] === true);
    const made = new Map<NeededOrder, Made>();
    const outcomes = await this.ports.runAll(
      sent.map((order) =>
        generationOrder(order, async (asset, makeRoom) => {
          made.set(order, await this.finish(order, asset, makeRoom));
          onMade();
        }),
      ),
      signal,
    );
    const replacements = sent.flatMap((order) => replacementsFor(order, made.get(order)));
    // The pictures are there whatever becomes of the code, and that is told.
    const left = await replaceReferences(replacements, this.ports).catch(() => replacements);
    await this.list(sent, made);
    return orders.map((order) => {
      const index = sent.indexOf(order);
      if (index < 0) return { order, kind: 'there' };
      return resultOf(order, made.get(order), outcomes[index], left);
    });
  }

  /** An app shows what it packs: files that its code names are listed, where it has a list. */
  private async list(
    orders: readonly NeededOrder[],
    made: ReadonlyMap<NeededOrder, Made>,
  ): Promise<void> {
    for (const order of orders) {
      const result = made.get(order);
      if (result === undefined || !('file' in result)) continue;
      for (const needed of order.image.references) {
        await this.ports.listAsset(result.file, needed).catch(() => undefined);
      }
    }
  }

  /** Makes the file of the paid picture, where it is not the file itself. */
  private async finish(
    { image, plan }: NeededOrder,
    asset: Asset,
    makeRoom: () => Promise<void>,
  ): Promise<Made> {
    const original = vscode.Uri.parse(asset.uri, true);
    if (plan.recipe === undefined) return { file: original };
    try {
      const { deriveFile } = this.ports;
      const file = await deriveFile(original, plan.recipe, image.file, undefined, makeRoom);
      return { file };
    } catch (error) {
      const { cause = error } = error instanceof Error ? error : {};
      return { original, cause: messageOf(cause) };
    }
  }
}

/** A place that cannot be looked at may hide a file. */
async function isFree({ image }: NeededOrder): Promise<boolean> {
  return !(await exists(image.file).catch(() => true));
}

function generationOrder(
  { image, prompt, model, plan }: NeededOrder,
  onSaved: NonNullable<GenerationOrder['onSaved']>,
): GenerationOrder {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(image.file)?.uri;
  return {
    prompt,
    model: model.id,
    parameters: plan.parameters,
    references: [],
    count: 1,
    // The original of a file that is made here goes where pictures usually go.
    ...(plan.recipe === undefined
      ? { target: image.file }
      : { made: { file: image.file, recipe: plan.recipe } }),
    ...(workspaceFolder === undefined ? {} : { workspaceFolder }),
    ...placeholderFor(image, plan),
    onSaved,
  };
}

/** What a service draws in the place needs no other placeholder; nor does what the text does not mean yet. */
function placeholderFor(
  { file, wanted, references }: NeededOrder['image'],
  { size, parameters }: NeededOrder['plan'],
): Pick<GenerationOrder, 'placeholder'> {
  const isMeant = references.some(
    (each) => each.reference.isPlaceholder !== true && each.file.toString() === file.toString(),
  );
  if (!isMeant || !readSettings(file).placeholderFirst) return {};
  const { width = size?.width, height = size?.height } = wanted;
  const asked = expectedSize(parameters);
  const shown = { width: width ?? asked.width, height: height ?? asked.height };
  return { placeholder: { file, size: shown } };
}

/** References that do not mean the file yet: to a placeholder service, or to a format that cannot be made. */
function replacementsFor({ image }: NeededOrder, made: Made | undefined): readonly Replacement[] {
  if (made === undefined || !('file' in made)) return [];
  const { file } = made;
  return image.references
    .filter(
      ({ reference, file: meant }) =>
        reference.isPlaceholder === true || meant.toString() !== image.file.toString(),
    )
    .map((needed) => ({ needed, file }));
}

function resultOf(
  order: NeededOrder,
  made: Made | undefined,
  outcome: GenerationOutcome | undefined,
  left: readonly Replacement[],
): NeededResult {
  if (made === undefined) {
    const [failure] = outcome?.failures ?? [];
    return { order, kind: 'failed', failure: failure ?? { code: 'canceled', charged: 'no' } };
  }
  if (!('file' in made)) return { order, kind: 'unmade', ...made };
  const own = new Set(order.image.references);
  const unchanged = left.filter(({ needed }) => own.has(needed)).length;
  return { order, kind: 'made', file: made.file, unchanged };
}
