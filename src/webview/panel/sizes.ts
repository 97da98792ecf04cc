import type { Model } from '../../core/api/model';
import type { Localizer } from '../../protocol/localizer';
import { isNumber } from './numberParameter';

interface SizePreset {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** What developers make pictures for (bfl-api.md §12), in multiples of 32, which every service takes. */
const presets: readonly SizePreset[] = [
  { id: 'square', width: 1024, height: 1024 },
  { id: 'small', width: 512, height: 512 },
  { id: 'hero', width: 1344, height: 768 },
  { id: 'large-hero', width: 1920, height: 1088 },
  { id: 'card', width: 1216, height: 640 },
  { id: 'banner', width: 1536, height: 512 },
  { id: 'screen', width: 1152, height: 896 },
  { id: 'portrait', width: 832, height: 1216 },
  { id: 'phone', width: 768, height: 1344 },
];

/** The presets within the model's limits. */
export function fittingPresets(model: Model): readonly SizePreset[] {
  const fits = (name: string, value: number) =>
    model.parameters.some(
      (parameter) =>
        parameter.name === name &&
        isNumber(parameter) &&
        value >= (parameter.min ?? 0) &&
        value <= (parameter.max ?? Infinity),
    );
  return presets.filter(({ width, height }) => fits('width', width) && fits('height', height));
}

/** `Hero – 1344 × 768`. */
export function presetLabel({ id, width, height }: SizePreset, l10n: Localizer): string {
  return l10n.t('{0} – {1} × {2}', presetName(id, l10n), width, height);
}

function presetName(id: string, l10n: Localizer): string {
  const names: Readonly<Record<string, string>> = {
    square: l10n.t('Square'),
    small: l10n.t('Small square'),
    hero: l10n.t('Hero'),
    'large-hero': l10n.t('Large hero'),
    card: l10n.t('Social card'),
    banner: l10n.t('README banner'),
    screen: l10n.t('Screen mock-up'),
    portrait: l10n.t('Portrait'),
    phone: l10n.t('Phone screen'),
  };
  return names[id] ?? id;
}
