import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: (event: MouseEvent) => void;
  readonly kind?: 'primary' | 'secondary' | 'link';
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  /** Generate takes the person here: what this button adds is missing. */
  readonly problem?: boolean;
}

/** A button with words on it. Never a submit button: Enter in a field must not spend money. */
export function Button(props: ButtonProps) {
  const { children, onClick, kind = 'secondary', id, describedBy, problem = false } = props;
  return (
    <button
      type="button"
      id={id}
      class={`button ${kind}`}
      aria-describedby={describedBy}
      data-problem={problem ? '' : undefined}
      onClick={onClick}
      onKeyDown={(event) => {
        // Enter held down would press again and again, and pay each time.
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
    >
      {children}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: string;
  /** Both the accessible name and the tooltip. */
  readonly label: string;
  readonly onClick: () => void;
  readonly tabIndex?: number | undefined;
  readonly disabled?: boolean;
  /** One that a narrow place can do without. */
  readonly minor?: boolean;
}

/** A button with a codicon on it. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onClick, tabIndex, disabled, minor = false } = props;
  return (
    <button
      type="button"
      class={minor ? 'icon-button minor' : 'icon-button'}
      title={label}
      aria-label={label}
      tabIndex={tabIndex}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
