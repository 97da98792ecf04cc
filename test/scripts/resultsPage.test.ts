import { expect, test } from 'vitest';
import { killHeading, soakHeading, withPart } from '../../scripts/lib/chaos/resultsPage.mjs';

test('a part takes the place of the one that was there, and the others stay', () => {
  const first = withPart('', soakHeading, '500 tasks\n\n### Problems\n\n- one lost');
  const both = withPart(first, killHeading, '71 kill points');
  expect(both.indexOf('71 kill points')).toBeLessThan(both.indexOf('500 tasks'));
  const again = withPart(both, soakHeading, '60 tasks');
  expect(again).toBe(
    `# What chaos leaves behind\n\n${killHeading}\n\n71 kill points\n\n${soakHeading}\n\n60 tasks\n`,
  );
});
