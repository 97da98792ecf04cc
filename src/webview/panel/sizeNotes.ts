import { dialectOf } from '../../core/api/provider';
import { MEGAPIXEL, type PixelSize } from '../../core/assets/size';
import { furtherMegapixel } from '../../core/money/estimate';
import { savingOf } from '../../core/money/saving';
import type { Localizer } from '../../protocol/localizer';
import type { PanelState } from '../../protocol/panel';
import { priceWords } from '../../protocol/priceWords';
import { isNumber } from './numberParameter';
import type { Form } from './useForm';

/** What is good to know about a size: which multiples are advised, what it is billed as, and what a slightly smaller one saves. */
export function sizeNotes(
  { draft, model }: Pick<Form, 'draft' | 'model'>,
  { provider, money }: Pick<PanelState, 'provider' | 'money'>,
  l10n: Localizer,
): readonly string[] {
  const width = Number(draft.values['width'] ?? '');
  const height = Number(draft.values['height'] ?? '');
  const notes: string[] = [];
  const wanted = model.parameters.filter(isNumber).find(({ name }) => name === 'width')?.step;
  const hint = wanted?.hint ?? 1;
  const step = wanted?.[dialectOf(provider)] ?? 1;
  // One side is enough to know: the other may stay automatic.
  if (step === 1 && [width, height].some((side) => side > 0 && side % hint !== 0)) {
    notes.push(l10n.t('Multiples of {0} are recommended.', hint));
  }
  const further = furtherMegapixel(model.id, { id: provider, money });
  const billed = Math.ceil((width * height) / MEGAPIXEL);
  if (further === undefined || !(width > 0 && height > 0) || !Number.isFinite(billed)) return notes;
  if (billed > 1) notes.push(billedWords({ width, height }, billed, l10n));
  // Who keeps to the recommended multiples stays on them; the others are led to what the service takes.
  const saving = savingOf({ width, height }, (side) =>
    Math.max(side % hint === 0 ? hint : 1, step),
  );
  if (saving !== undefined) {
    const { size, billedMegapixels, side, isFull } = saving;
    const price = priceWords(further, l10n);
    const facts = [size.width, size.height, billedMegapixels] as const;
    const smaller = l10n.t('{0} × {1} is billed as {2}: {3} less.', ...facts, price);
    const full =
      side === 'height'
        ? l10n.t('{0} × {1} is {2} MP; one more row bills {3}: {4} more.', ...facts, billed, price)
        : l10n.t(
            '{0} × {1} is {2} MP; one more column bills {3}: {4} more.',
            ...facts,
            billed,
            price,
          );
    notes.push(isFull ? full : smaller);
  }
  return notes;
}

function billedWords({ width, height }: PixelSize, billed: number, l10n: Localizer): string {
  const exact = (width * height) / MEGAPIXEL;
  if (Number.isInteger(exact)) return l10n.t('Billed as {0} MP.', billed);
  // 1024 × 1025 is 1.001: at two decimals nobody would see why it is billed as 2.
  const digits = [2, 3, 4].find((each) => !Number.isInteger(Number(exact.toFixed(each)))) ?? 5;
  return l10n.t('{0} MP, billed as {1}.', Number(exact.toFixed(digits)), billed);
}
