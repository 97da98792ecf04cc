import type * as vscode from 'vscode';

import { draftValuesOf } from '../../core/api/draftValues';
import type { Model } from '../../core/api/model';
import { dialectOf } from '../../core/api/provider';
import type { PixelSize } from '../../core/assets/size';
import type { ImageDraft } from '../../core/code/imageDraft';
import type { Estimate } from '../../core/money/estimate';
import { totalEstimate } from '../../core/money/totalEstimate';
import { askedShape } from '../../core/needed/askedShape';
import type { Draft } from '../../protocol/panel';
import type { Localizer } from '../../protocol/localizer';
import { priceWords } from '../../protocol/priceWords';
import { drawingModel } from '../drawingModel';
import { modelEstimate } from '../money/modelEstimate';
import { readSettings } from '../settings';

/** A draft from the code as it would be ordered now, with the default model. */
export interface CodeOrder<D extends ImageDraft = ImageDraft> {
  readonly draft: D;
  readonly model: Model;
  /** By the API's names: the size that the code asks for, or what comes nearest to it. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly estimate: Estimate;
}

/** The order of a draft by the settings that hold in `scope`. */
export function codeOrder<D extends ImageDraft>(draft: D, scope?: vscode.Uri): CodeOrder<D> {
  const settings = readSettings(scope);
  const { provider } = settings;
  const model = drawingModel(settings.defaultModel);
  const size = sizeOf(draft);
  const { parameters } =
    size === undefined ? { parameters: {} } : askedShape(model, dialectOf(provider), size);
  const estimate = modelEstimate(model, settings, { parameters });
  return { draft, model, parameters, estimate };
}

/** The same for the panel, where a person goes on with it. Without a size of its own it leaves the panel's. */
export function panelDraft(draft: ImageDraft, scope?: vscode.Uri): Partial<Draft> {
  const { model, parameters } = codeOrder(draft, scope);
  const { prompt } = draft;
  if (Object.keys(parameters).length === 0) return { prompt };
  return { prompt, model: model.id, values: draftValuesOf(model, parameters) };
}

/** Model, size and price in a line: `FLUX.2 [pro] · 1200 × 640 · 4.5 credits ($0.045)`. */
export function orderLine({ model, parameters, estimate }: CodeOrder, l10n: Localizer): string {
  const { width, height, aspect_ratio: ratio } = parameters;
  const size =
    typeof width === 'number' && typeof height === 'number'
      ? l10n.t('{0} × {1}', width, height)
      : typeof ratio === 'string'
        ? ratio
        : '';
  return [model.label, size, priceWords(estimate, l10n)].filter((part) => part !== '').join(' · ');
}

/** What some orders cost together. */
export function totalWords(orders: readonly CodeOrder[], l10n: Localizer): string {
  return priceWords(totalEstimate(orders.map(({ estimate }) => estimate)), l10n);
}

/** One side alone is that of a square, as the service has it when nothing is asked for. */
function sizeOf({ width, height }: ImageDraft): PixelSize | undefined {
  const [one, other] = [width ?? height, height ?? width];
  return one === undefined || other === undefined ? undefined : { width: one, height: other };
}
