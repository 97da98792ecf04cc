import { FieldFrame, fieldAria, type FieldProps } from './field';
import { usePause } from './usePause';

interface TextInputProps extends FieldProps {
  readonly value: string;
  readonly placeholder?: string;
  /** How it lies in the form's grid. */
  readonly class?: string;
}

/** One line of text. */
export function TextInput({ value, placeholder, class: place = '', ...field }: TextInputProps) {
  const pause = usePause(field.onLeave);
  return (
    <FieldFrame class={place} {...field}>
      <input
        type="text"
        class="input"
        {...fieldAria(field)}
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          field.onInput(event.currentTarget.value);
          pause();
        }}
        onBlur={field.onLeave}
      />
    </FieldFrame>
  );
}
