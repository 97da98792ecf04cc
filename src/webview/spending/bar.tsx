import type { Spend } from '../../core/money/spendGroups';

interface BarProps {
  readonly spend: Spend;
  /** The amount that fills the whole place. */
  readonly most: number;
  /** The direction in which it grows. */
  readonly grows: 'up' | 'right';
}

/** A bar in two parts, the uncertain one striped. A picture of what stands in words beside it: silent. */
export function Bar({ spend: { amount, uncertain }, most, grows }: BarProps) {
  const size = (part: number, whole: number) => {
    const percent = `${whole === 0 ? 0 : (100 * part) / whole}%`;
    return grows === 'up' ? { height: percent } : { width: percent };
  };
  return (
    <span class={`bar ${grows}`} aria-hidden="true">
      {amount > 0 && (
        <span class="amount" style={size(amount, most)}>
          {amount > uncertain && <span class="certain" style={size(amount - uncertain, amount)} />}
          {uncertain > 0 && <span class="uncertain" style={size(uncertain, amount)} />}
        </span>
      )}
    </span>
  );
}
