/** Up to here a list is whole in the page. */
const longestWhole = 200;

/** Of a longer one, far more than a side bar shows; twice as many take twice as long to draw when all of them change. */
const usualPart = 100;

/** How many pictures of those found the history's page holds at a time. */
export function partLength(found: number): number {
  return found <= longestWhole ? found : usualPart;
}

/** Where a part may begin so that it is as long as there are pictures for it. */
export function partStart(wanted: number, found: number): number {
  return Math.max(0, Math.min(wanted, found - partLength(found)));
}
