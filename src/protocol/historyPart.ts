/** How many pictures the history view holds at a time: far more than a side bar shows, far fewer than a page can bear. */
export const historyPart = 200;

/** Where a part may begin so that it is as long as there are pictures for it. */
export function partStart(wanted: number, found: number): number {
  return Math.max(0, Math.min(wanted, found - historyPart));
}
