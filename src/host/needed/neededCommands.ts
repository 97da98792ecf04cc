import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { neededWords, type NeededOutcome } from '../../protocol/neededWords';
import type { PickModelOptions } from '../commands/selectModel';
import type { Dialogs } from '../dialogs';
import { reportFailures } from '../report';
import { taskOfFailure } from '../tasks/failedTask';
import type { TaskList } from '../tasks/taskList';
import type { TaskRemedies } from '../tasks/taskRemedies';
import type { ImageIndex, NeededImage } from './imageIndex';
import type { NeededDialogs } from './neededDialogs';
import { neededFiles } from './neededFile';
import { fileLabel } from './neededLabels';
import type { NeededMaker, NeededResult } from './neededMaker';
import { orderNeeded, type NeededOrder } from './neededOrder';

/** What the commands need. */
export interface NeededCommandPorts {
  readonly index: Pick<ImageIndex, 'needed' | 'settled'>;
  readonly maker: Pick<NeededMaker, 'make'>;
  readonly neededDialogs: NeededDialogs;
  readonly dialogs: Pick<Dialogs, 'tell'>;
  readonly tasks: Pick<TaskList, 'all'>;
  readonly remedies: TaskRemedies;
  readonly pickModel: (options: PickModelOptions) => Promise<string | undefined>;
  /** Asks for the chosen provider's key where there is none. */
  readonly askForKey: () => Promise<void>;
  readonly l10n: Localizer;
}

/** *Generate This Image…*: shows the draft and the price, and orders the image at Enter. `target` is an id or a tree item. */
export async function generateNeeded(target: unknown, ports: NeededCommandPorts): Promise<void> {
  const { index, l10n, dialogs } = ports;
  await index.settled();
  const wanted = index.needed.find(({ id }) => id === idOf(target));
  const image = neededFiles(index.needed).find(({ references }) =>
    references.some((needed) => needed === wanted),
  );
  if (image === undefined) {
    void dialogs.tell('info', l10n.t('This image is not needed any more. Nothing was generated.'));
    return;
  }
  const order = await askOrder(orderNeeded(image), ports);
  if (order !== undefined) await makeAll([order], ports);
}

/** *Generate All Needed Images…*: of the workspace, or of one document where `target` is its URI. */
export async function generateAllNeeded(target: unknown, ports: NeededCommandPorts): Promise<void> {
  const { index, l10n, dialogs, neededDialogs } = ports;
  await index.settled();
  const files = neededFiles(index.needed.filter((needed) => isIn(needed, target)));
  if (files.length === 0) {
    void dialogs.tell('info', l10n.t('No images are needed. Nothing was generated.'));
    return;
  }
  const orders = await neededDialogs.pickOrders(files.map((image) => orderNeeded(image)));
  if (orders !== undefined && orders.length > 0) await makeAll(orders, ports);
}

function idOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  const { needed } = (target ?? {}) as { readonly needed?: Partial<NeededImage> };
  return needed?.id;
}

/** A view's title gives other things; they mean the workspace. */
function isIn({ document }: NeededImage, target: unknown): boolean {
  const uri = target instanceof vscode.Uri ? target.toString() : target;
  return typeof uri !== 'string' || document.toString() === uri;
}

/** Asks until there is a prompt for a model that the person wants; `undefined` where they give up. */
async function askOrder(
  first: NeededOrder,
  { neededDialogs, pickModel }: NeededCommandPorts,
): Promise<NeededOrder | undefined> {
  let order = first;
  for (;;) {
    const answer = await neededDialogs.askPrompt(order);
    if (answer === undefined) return undefined;
    const { prompt } = answer;
    if (answer.next === 'order') return { ...order, prompt };
    const scope = order.image.file;
    const model = (await pickModel({ scope, promptAlone: true })) ?? order.model.id;
    order = orderNeeded(order.image, { prompt, model });
  }
}

async function makeAll(orders: readonly NeededOrder[], ports: NeededCommandPorts): Promise<void> {
  await ports.askForKey();
  const results = await ports.neededDialogs.showProgress(orders, (signal, onMade) =>
    ports.maker.make(orders, signal, onMade),
  );
  void tell(results, ports);
}

/** A single failure has the buttons that help with it; of many the panel has a list. */
async function tell(results: readonly NeededResult[], ports: NeededCommandPorts): Promise<void> {
  const { l10n, dialogs, tasks, remedies } = ports;
  const [first, another] = results;
  if (first?.kind === 'failed' && another === undefined) {
    reportFailures([first.failure], l10n, { tasks, remedies });
    return;
  }
  const isGood = results.every(({ kind }) => kind === 'made');
  const hasTasks = results.some(
    (one) => one.kind === 'failed' && taskOfFailure(tasks.all, one.failure) !== undefined,
  );
  const open = l10n.t('Open');
  const panel = l10n.t('Open Image Generator');
  const single = first?.kind === 'made' && another === undefined ? first : undefined;
  const pressed = await dialogs.tell(
    isGood ? 'info' : 'error',
    neededWords(results.map(outcomeOf), l10n),
    ...(single === undefined ? [] : [open]),
    ...(hasTasks ? [panel] : []),
  );
  if (pressed === open && single !== undefined) {
    await vscode.commands.executeCommand('vscode.open', single.file);
  }
  if (pressed === panel) await vscode.commands.executeCommand('fluxAssets.openPanel');
}

function outcomeOf(result: NeededResult): NeededOutcome {
  const wanted = fileLabel(result.order.image.file);
  switch (result.kind) {
    case 'made':
      return { ...result, wanted, file: fileLabel(result.file) };
    case 'unmade':
      return { ...result, wanted, original: fileLabel(result.original) };
    case 'there':
    case 'failed':
      return { ...result, wanted };
  }
}
