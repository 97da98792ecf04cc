import type { ComponentChildren } from 'preact';
import { FieldFrame, fieldAria, type FieldProps } from './field';

interface SelectInputProps extends FieldProps {
  readonly value: string;
  /** How it lies in the form's grid. */
  readonly class?: string;
  /** `option` and `optgroup` elements. */
  readonly children: ComponentChildren;
}

/** A native drop-down list. */
export function SelectInput({ value, class: place = '', children, ...field }: SelectInputProps) {
  return (
    <FieldFrame class={place} {...field}>
      <span class="select">
        <select
          {...fieldAria(field)}
          value={value}
          onChange={(event) => {
            field.onInput(event.currentTarget.value);
            field.onLeave();
          }}
        >
          {children}
        </select>
        <span class="codicon codicon-chevron-down" aria-hidden="true" />
      </span>
    </FieldFrame>
  );
}
