import { describe, expect, it } from 'vitest';

import { createLocalizer } from '../../src/protocol/localizer';
import { outcomeWords } from '../../src/protocol/outcomeWords';

describe('outcomeWords', () => {
  it.each([
    ['saved', 'yes', 'Saved'],
    ['saved', 'unknown', 'Saved · may have been charged'],
    ['timeout', 'unknown', 'Timed out · may have been charged'],
    ['content-moderated', 'no', 'Moderated · not charged'],
    ['save-failed', 'yes', 'Not saved · charged'],
    ['of-a-newer-version', 'no', 'of-a-newer-version · not charged'],
  ] as const)('%s, charged %s: %s', (outcome, charged, words) => {
    expect(outcomeWords({ outcome, charged }, createLocalizer())).toBe(words);
  });
});
