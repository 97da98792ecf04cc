import * as vscode from 'vscode';

import { messageOf, type Failure } from '../../core/api/failure';
import type { Asset } from '../../core/assets/asset';
import { exists } from '../assets/files';
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
   * place. What was paid is brought to its place even after a cancel. Never rejects.
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
        generationOrder(order, async (asset) => {
          made.set(order, await this.finish(order, asset));
          onMade();
        }),
      ),
      signal,
    );
    const left = await replaceReferences(
      sent.flatMap((order) => replacementsFor(order, made.get(order))),
      this.ports,
    );
    return orders.map((order) => {
      const index = sent.indexOf(order);
      if (index < 0) return { order, kind: 'there' };
      return resultOf(order, made.get(order), outcomes[index], left);
    });
  }

  /** Makes the file of the paid picture, where it is not the file itself. */
  private async finish({ image, plan }: NeededOrder, asset: Asset): Promise<Made> {
    const original = vscode.Uri.parse(asset.uri, true);
    if (plan.recipe === undefined) return { file: original };
    try {
      return { file: await this.ports.deriveFile(original, plan.recipe, image.file) };
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
  onSaved: (asset: Asset) => Promise<void>,
): GenerationOrder {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(image.file)?.uri;
  return {
    prompt,
    model: model.id,
    parameters: plan.parameters,
    references: [],
    count: 1,
    // The original of a file that is made here goes where pictures usually go.
    ...(plan.recipe === undefined ? { target: image.file } : {}),
    ...(workspaceFolder === undefined ? {} : { workspaceFolder }),
    onSaved,
  };
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
