import { FieldFrame, fieldAria, type FieldProps } from './field';
import { stepped } from './step';
import { usePause } from './usePause';

interface NumberInputProps extends FieldProps {
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** What one arrow key adds. */
  readonly step: number;
  /** Where the arrow keys start in an empty field. */
  readonly start: number;
  readonly decimal?: boolean;
}

/**
 * A number that keeps what was typed, so that a wrong value can be told instead of vanishing, as in
 * `type="number"`, where the wheel would also change it unseen.
 */
export function NumberInput(props: NumberInputProps) {
  const { value, placeholder, min, max, step, start, decimal = false, ...field } = props;
  const pause = usePause(field.onLeave);
  const number = value.trim() === '' ? undefined : Number(value);
  return (
    <FieldFrame {...field}>
      <input
        type="text"
        role="spinbutton"
        class="input"
        inputMode={decimal ? 'decimal' : 'numeric'}
        {...fieldAria(field)}
        aria-valuenow={Number.isFinite(number) ? number : undefined}
        aria-valuemin={min}
        aria-valuemax={max}
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          field.onInput(event.currentTarget.value);
          pause();
        }}
        onBlur={field.onLeave}
        onKeyDown={(event) => {
          const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (direction === 0) return;
          event.preventDefault();
          field.onInput(stepped(value, { direction, step, start, min, max }));
          pause();
        }}
      />
    </FieldFrame>
  );
}
