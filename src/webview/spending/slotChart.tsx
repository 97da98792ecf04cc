import { useId, useState } from 'preact/hooks';
import type { SlotUnit } from '../../core/money/periods';
import type { SlotSpend } from '../../core/money/spendGroups';
import type { SpendingAccount } from '../../core/money/spendingAccounts';
import { amountWords } from '../../protocol/chargeWords';
import { moveFor, useRoving } from '../controls/useRoving';
import { useL10n } from '../l10n';
import { Bar } from './bar';
import type { Dates } from './dates';
import { slotsLabel, taskCount } from './words';

interface SlotChartProps {
  readonly slots: readonly SlotSpend[];
  readonly unit: SlotUnit;
  readonly currency: SpendingAccount['currency'];
  readonly dates: Dates;
}

/** A week has a date under each bar; of more bars so many have one, for a narrow editor has room for no more. */
const WEEK = 7;
const MOST_LABELS = 6;

/** What was spent over time: a list of bars, each with its value for the keyboard, the mouse and screen readers. */
export function SlotChart({ slots, unit, currency, dates }: SlotChartProps) {
  const l10n = useL10n();
  const heading = useId();
  const roving = useRoving(slots.map(({ from }) => String(from)));
  const [pointed, setPointed] = useState<number>();
  const dearest = slots.reduce((most, slot) => (slot.amount > most.amount ? slot : most));
  const every = slots.length <= WEEK ? 1 : Math.ceil(slots.length / MOST_LABELS);
  const words = ({ from, amount, count }: SlotSpend) =>
    l10n.t(
      '{0}: {1}, {2}',
      dates.long(from, unit),
      amountWords({ amount, currency }),
      taskCount(count, l10n),
    );
  const shown = slots.find(({ from }) => from === pointed);
  return (
    <section class="slots" aria-labelledby={heading}>
      <div class="line">
        <h2 id={heading}>{slotsLabel(unit, l10n)}</h2>
        <p class="meta" aria-hidden="true">
          {shown === undefined ? l10n.t('Highest: {0}', words(dearest)) : words(shown)}
        </p>
      </div>
      <ul
        role="list"
        aria-labelledby={heading}
        ref={roving.list}
        onMouseLeave={() => {
          setPointed(undefined);
        }}
        onFocusOut={(event) => {
          setPointed(undefined);
          roving.leave(event.relatedTarget);
        }}
      >
        {slots.map((slot, index) => {
          const id = String(slot.from);
          return (
            <li
              key={id}
              aria-label={words(slot)}
              tabIndex={id === roving.active ? 0 : -1}
              onMouseEnter={() => {
                setPointed(slot.from);
              }}
              onFocusIn={() => {
                setPointed(slot.from);
                roving.activate(id);
              }}
              onKeyDown={(event) => {
                const move = moveFor(event);
                if (move === undefined) return;
                event.preventDefault();
                roving.move(move);
              }}
            >
              <Bar spend={slot} most={dearest.amount} grows="up" />
              <span class="date" aria-hidden="true">
                {/* Counted from the end: the latest one is what people look for. */}
                {(slots.length - 1 - index) % every === 0 && (
                  <span>{dates.short(slot.from, unit)}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
