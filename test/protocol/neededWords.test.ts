import { expect, test } from 'vitest';
import { createLocalizer } from '../../src/protocol/localizer';
import { neededWords, type NeededOutcome } from '../../src/protocol/neededWords';

const l10n = createLocalizer();
const made = (file: string, more: { wanted?: string; unchanged?: number } = {}): NeededOutcome => ({
  kind: 'made',
  file,
  wanted: file,
  unchanged: 0,
  ...more,
});
const moderated: NeededOutcome = {
  kind: 'failed',
  wanted: 'c.png',
  failure: { code: 'request-moderated', charged: 'no' },
};
const refusal =
  'The service’s filter refused the prompt or a reference image. Reword it. Nothing was charged.';

test.each<readonly [string, readonly NeededOutcome[], string]>([
  ['one image', [made('a.png')], 'Saved a.png.'],
  ['several images', [made('a.png'), made('b.png')], '2 images saved.'],
  ['a failure', [moderated], `c.png was not generated. ${refusal}`],
  [
    'several that failed alike',
    [made('a.png'), moderated, moderated],
    `1 saved, 2 not. ${refusal}`,
  ],
  [
    'a file that is there',
    [{ kind: 'there', wanted: 'a.png' }],
    'a.png was not generated. a.png is there already and was left as it is. Nothing was charged.',
  ],
  [
    'a file that appeared',
    [made('a-2.png', { wanted: 'a.png' })],
    'Saved a-2.png. a.png had appeared meanwhile, so the picture is a-2.png.',
  ],
  [
    'a reference that was edited',
    [made('a.png', { unchanged: 1 })],
    'Saved a.png. A reference could not be changed, because the code around it is another by now or takes web addresses alone. It does not name a.png yet: insert it by hand.',
  ],
  [
    'a file that could not be made of its picture',
    [{ kind: 'unmade', wanted: 'a.avif', original: 'assets/a.png', cause: 'disk full' }],
    'a.avif was not generated. The picture is paid for and saved as assets/a.png, but a.avif could not be made of it (disk full). Make Files makes it again for free.',
  ],
])('%s', (_what, outcomes, words) => {
  expect(neededWords(outcomes, l10n)).toBe(words);
});
