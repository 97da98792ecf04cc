import { fieldAria, FieldNotes, type FieldProps } from './field';

interface CheckboxProps extends Omit<FieldProps, 'onInput'> {
  readonly checked: boolean;
  readonly onToggle: (checked: boolean) => void;
}

/** A native check box, its label beside it. */
export function Checkbox({ checked, onToggle, ...field }: CheckboxProps) {
  return (
    <div class="field check">
      <div class="control">
        <span class="check-line">
          <input
            type="checkbox"
            {...fieldAria(field)}
            checked={checked}
            onChange={(event) => {
              onToggle(event.currentTarget.checked);
              field.onLeave();
            }}
          />
          <label for={field.id}>{field.label}</label>
        </span>
        <FieldNotes {...field} onInput={() => undefined} />
      </div>
    </div>
  );
}
