import type { Localizer } from './localizer';

/** What people read instead of an API name: on the panel's fields and in sentences about them. */
export function fieldLabel(name: string, l10n: Localizer): string {
  return labels(l10n)[name] ?? inWords(name);
}

function labels(l10n: Localizer): Readonly<Record<string, string>> {
  return {
    prompt: l10n.t('Prompt'),
    model: l10n.t('Model'),
    count: l10n.t('Number of images'),
    references: l10n.t('Reference images'),
    width: l10n.t('Width'),
    height: l10n.t('Height'),
    aspect_ratio: l10n.t('Aspect ratio'),
    resolution: l10n.t('Resolution'),
    seed: l10n.t('Seed'),
    steps: l10n.t('Steps'),
    guidance: l10n.t('Guidance'),
    interval: l10n.t('Interval'),
    safety_tolerance: l10n.t('Safety tolerance'),
    // Two fields of the service for one wish, under one name.
    prompt_upsampling: l10n.t('Enhance prompt'),
    disable_pup: l10n.t('Enhance prompt'),
    raw: l10n.t('Raw'),
    grounding: l10n.t('Web search'),
    output_format: l10n.t('Output format'),
    image_prompt_strength: l10n.t('Image prompt strength'),
    top: l10n.t('Top border'),
    bottom: l10n.t('Bottom border'),
    left: l10n.t('Left border'),
    right: l10n.t('Right border'),
    mode: l10n.t('Mode'),
    dilate_pixels: l10n.t('Dilate pixels'),
    auto_crop: l10n.t('Auto crop'),
    reference_offset_x: l10n.t('Offset X'),
    reference_offset_y: l10n.t('Offset Y'),
  };
}

/** A field that the table does not know yet: `some_field` as `Some field`. */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
