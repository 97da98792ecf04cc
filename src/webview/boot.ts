import type { BootData } from '../protocol/boot';
import { createLocalizer, type Localizer } from '../protocol/localizer';

/** Where the page draws, and the words it draws with. */
interface Boot {
  readonly root: HTMLElement;
  readonly l10n: Localizer;
}

/** Reads what the host laid into the page's one element. */
export function readBoot(): Boot {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  const data = JSON.parse(root.dataset['boot'] ?? '{"language":"en"}') as BootData;
  document.documentElement.lang = data.language;
  return { root, l10n: createLocalizer(data.bundle) };
}
