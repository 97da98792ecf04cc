import * as vscode from 'vscode';

import { totalEstimate } from '../../core/money/totalEstimate';
import type { Localizer } from '../../protocol/localizer';
import { priceWords } from '../../protocol/priceWords';
import type { NeededOrder } from './neededOrder';

/** A file by its path in the workspace; with several folders, by its folder's name too. */
export function fileLabel(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}

/** `1200 × 630`, or what stands for it where the model chooses. */
export function sizeLabel({ plan }: Pick<NeededOrder, 'plan'>, l10n: Localizer): string {
  return plan.size === undefined
    ? l10n.t('the model’s own size')
    : l10n.t('{0} × {1}', plan.size.width, plan.size.height);
}

/** Size, model and price of an order: `1200 × 630 · FLUX.2 [pro] · 3 credits ($0.03)`. */
export function orderLine(order: NeededOrder, l10n: Localizer): string {
  return [sizeLabel(order, l10n), order.model.label, priceWords(order.estimate, l10n)].join(' · ');
}

/** How many images, and what they cost together. */
export function totalLine(orders: readonly NeededOrder[], l10n: Localizer): string {
  const total = priceWords(totalEstimate(orders.map(({ estimate }) => estimate)), l10n);
  switch (orders.length) {
    case 0:
      return l10n.t('Generate Needed Images: none chosen');
    case 1:
      return l10n.t('Generate 1 image · {0}', total);
    default:
      return l10n.t('Generate {0} images · {1}', orders.length, total);
  }
}
