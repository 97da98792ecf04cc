import { FieldFrame, fieldAria, type FieldProps } from './field';
import { usePause } from './usePause';

interface TextInputProps extends FieldProps {
  readonly value: string;
  readonly placeholder?: string;
  readonly wide?: boolean;
}

/** One line of text. */
export function TextInput({ value, placeholder, wide = false, ...field }: TextInputProps) {
  const pause = usePause(field.onLeave);
  return (
    <FieldFrame wide={wide} {...field}>
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
