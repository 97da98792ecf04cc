import { longestSearch } from '../../protocol/limits';
import { SearchInput } from '../controls/searchInput';
import { useL10n } from '../l10n';

interface SearchBoxProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** The person goes on to what was found. */
  readonly onDown: () => void;
}

/** Where the history is searched by words. */
export function SearchBox({ value, onInput, onDown }: SearchBoxProps) {
  const l10n = useL10n();
  return (
    <SearchInput
      label={l10n.t('Search history')}
      placeholder={l10n.t('Search prompt, model or file')}
      maxLength={longestSearch}
      value={value}
      onInput={onInput}
      onKeyDown={(event) => {
        // In an input method the arrows choose a word.
        if (event.key !== 'ArrowDown' || event.isComposing) return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
