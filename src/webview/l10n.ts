import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createLocalizer, type Localizer } from '../protocol/localizer';

/** The editor's language, for every component below. */
export const LocalizerContext = createContext<Localizer>(createLocalizer());

/** The words of the component that asks. */
export function useL10n(): Localizer {
  return useContext(LocalizerContext);
}
