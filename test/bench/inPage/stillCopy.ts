/** The page as it stands, for a page without a script: the same nodes, and the list only as long as what is in it. */
export function stillCopy(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const script of copy.querySelectorAll('script')) script.remove();
  copy.querySelector('ul[aria-label="History"]')?.removeAttribute('style');
  return `<!DOCTYPE html>${copy.outerHTML}`;
}
