import type { ComponentChildren } from 'preact';
import { Button } from './button';

/** What is wrong at a field, in words, with the value that would be right where there is one. */
export interface FieldProblem {
  readonly message: string;
  readonly fix?: { readonly label: string; readonly value: string };
}

/** What every field of a form has. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly onInput: (value: string) => void;
  /** The person has left the field or paused in it: time to say what is wrong. */
  readonly onLeave: () => void;
}

/** Ties a control to its label, hint and problems; spread onto the control itself. */
export function fieldAria({ id, hint, problems }: Pick<FieldProps, 'id' | 'hint' | 'problems'>) {
  const invalid = problems.length > 0;
  const describedBy = [
    ...(invalid ? [`${id}-problem`] : []),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ];
  return {
    id,
    'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
    'aria-invalid': invalid ? ('true' as const) : undefined,
    // What Generate looks for when it takes the person to the first problem.
    'data-problem': invalid ? '' : undefined,
  };
}

interface FrameProps extends FieldProps {
  /** How it lies in the form's grid. */
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A labelled control with its hint and its problems below. */
export function FieldFrame({ class: place = '', children, ...field }: FrameProps) {
  return (
    <div class={`field ${place}`.trim()}>
      <label for={field.id}>{field.label}</label>
      <div class="control">
        {children}
        <FieldNotes {...field} />
      </div>
    </div>
  );
}

/** The lines below a control. */
export function FieldNotes({
  id,
  hint,
  problems,
  onInput,
}: Pick<FieldProps, 'id' | 'hint' | 'problems' | 'onInput'>) {
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <div class="problem" id={`${id}-problem`}>
          {problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      {problems.map(
        ({ fix }) =>
          fix !== undefined && (
            <Button
              key={fix.value}
              kind="link"
              describedBy={`${id}-problem`}
              onClick={() => {
                onInput(fix.value);
                document.getElementById(id)?.focus();
              }}
            >
              {fix.label}
            </Button>
          ),
      )}
    </>
  );
}
