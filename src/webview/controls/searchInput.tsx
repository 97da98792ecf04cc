interface SearchInputProps {
  /** Says to screen readers what is searched. */
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** In characters. */
  readonly maxLength?: number;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** Where words are typed that a list is searched for. */
export function SearchInput({ label, onInput, ...input }: SearchInputProps) {
  return (
    <input
      type="search"
      class="input"
      aria-label={label}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => {
        onInput(event.currentTarget.value);
      }}
      {...input}
    />
  );
}
