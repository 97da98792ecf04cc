/** The spans of time that spending is shown for, in the order in which people choose. */
export const periodIds = ['today', 'week', 'month', 'all'] as const;

/** `week` is today and the six days before it, `month` the calendar's. */
export type PeriodId = (typeof periodIds)[number];

/** When a period began, in wall-clock ms since the epoch; days begin at midnight here. */
export function periodStart(id: PeriodId, now: number): number {
  switch (id) {
    case 'today':
      return startOf('day', now);
    case 'week':
      return startOf('day', now, 6);
    case 'month':
      return startOf('month', now);
    case 'all':
      // Not -Infinity: that does not survive the way to a page.
      return Number.MIN_SAFE_INTEGER;
  }
}

/** What one bar on the axis of time stands for. */
export type SlotUnit = 'day' | 'month' | 'year';

/** The bars from one moment to another, without a gap. */
export interface Slots {
  readonly unit: SlotUnit;
  /** When each begins, oldest first, in wall-clock ms since the epoch; it ends where the next begins. */
  readonly starts: readonly number[];
}

/** How many bars of a unit can still be told apart in a narrow editor. */
const MOST: readonly (readonly [SlotUnit, number])[] = [
  ['day', 31],
  ['month', 24],
  ['year', 20],
];

/** The finest bars that reach back to `from` (wall-clock ms); where none do, the last years. Never empty. */
export function slotsBetween(from: number, now: number): Slots {
  let slots: Slots = { unit: 'day', starts: [startOf('day', now)] };
  for (const [unit, most] of MOST) {
    const starts = [startOf(unit, now)];
    while (starts.length < most && !(Number(starts[0]) <= from)) {
      starts.unshift(startOf(unit, now, starts.length));
    }
    slots = { unit, starts };
    if (Number(starts[0]) <= from) break;
  }
  return slots;
}

/** Midnight at the start of the day, month or year, `back` of them earlier; by the calendar, for days differ in length. */
function startOf(unit: SlotUnit, now: number, back = 0): number {
  const date = new Date(now);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  switch (unit) {
    case 'day':
      return new Date(year, month, day - back).getTime();
    case 'month':
      return new Date(year, month - back, 1).getTime();
    case 'year':
      return new Date(year - back, 0, 1).getTime();
  }
}
