const title = '# What chaos leaves behind';

/** The parts of the page, in their order. */
export const killHeading = '## Killed at every moment that matters';
export const soakHeading = '## Two windows at a service that fails';

const headings = [killHeading, soakHeading];

/** The page with the part below `heading` in the place of the one that was there; the others stay. */
export function withPart(page, heading, part) {
  const parts = headings
    .map((one) => [one, one === heading ? part : partOf(page, one)])
    .filter(([, text]) => text !== undefined);
  return [title, ...parts.flatMap(([one, text]) => [one, text.trim()])].join('\n\n').concat('\n');
}

function partOf(page, heading) {
  const [, after] = page.split(`${heading}\n`);
  return after?.split(/^## /m)[0];
}
