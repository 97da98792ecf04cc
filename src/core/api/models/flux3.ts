import { MEGAPIXEL } from '../../assets/size';
import type { Model } from '../model';
import { safetyTolerance } from './parameters';

/** The area in px of each `resolution`, whatever the ratio (bfl-api.md §5: equal-area tiers). */
export const resolutionAreas: Readonly<Record<string, number>> = {
  '768sq': 768 ** 2,
  '1k': MEGAPIXEL,
  '1.5k': 1536 ** 2,
  '2k': 4 * MEGAPIXEL,
  '4k': 16 * MEGAPIXEL,
};

/** FLUX 3 Image (bfl-api.md §5). Takes these fields and no others; always answers with PNG. */
export const flux3Image: Model = {
  id: 'flux-3-image',
  label: 'FLUX 3 Image',
  family: 'flux-3',
  purpose: 'The newest: layouts, facts from the web, up to 4K',
  prompt: 'required',
  parameters: [
    {
      kind: 'choice',
      name: 'aspect_ratio',
      values: [
        ...['auto', '21:9', '2:1', '16:9', '3:2', '7:5', '4:3', '5:4', '1:1'],
        ...['4:5', '3:4', '5:7', '2:3', '9:16', '1:2', '9:21'],
      ],
      default: 'auto',
    },
    {
      kind: 'choice',
      name: 'resolution',
      values: Object.keys(resolutionAreas),
      default: '1k',
    },
    safetyTolerance(4),
    { kind: 'flag', name: 'grounding', default: true },
  ],
  references: {
    fields: Array.from({ length: 10 }, () => 'images'),
    array: true,
    required: 0,
    // Above 16 MP the service answers 400; its own 4k pictures are that large.
    maxPixels: 16 * MEGAPIXEL,
  },
  passes: ['version'],
  strict: true,
  confirmed: { bfl: true, relay: false },
  assumed: [],
  defaultFormat: 'png',
};
