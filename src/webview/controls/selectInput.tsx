import type { ComponentChildren } from 'preact';
import { FieldFrame, fieldAria, type FieldProps } from './field';

interface SelectInputProps extends FieldProps {
  readonly value: string;
  readonly wide?: boolean;
  /** `option` and `optgroup` elements. */
  readonly children: ComponentChildren;
}

/** A native drop-down list. */
export function SelectInput({ value, wide = false, children, ...field }: SelectInputProps) {
  return (
    <FieldFrame wide={wide} {...field}>
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
