import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

interface ChoiceProps<Id extends string> {
  readonly label: string;
  /** How it looks: a line of words, or cards. */
  readonly class?: string;
  readonly options: readonly { readonly id: Id; readonly label: ComponentChildren }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few, all in sight: native radio buttons, so arrow keys go through them. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { label, class: look = 'segments', options, chosen, onChoose } = props;
  const name = useId();
  return (
    <div class={`choice ${look}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.id} class={option.id === chosen ? 'option chosen' : 'option'}>
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === chosen}
            onChange={() => {
              onChoose(option.id);
            }}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
