import type { SlotUnit } from '../../core/money/periods';

/** Times in words, in the editor's language. All take wall-clock ms since the epoch. */
export interface Dates {
  /** `Mar 5, 2026, 2:05 PM` */
  readonly moment: (at: number) => string;
  /** On the axis: `Mar 5`, `Mar 26`, `2026`. */
  readonly short: (at: number, unit: SlotUnit) => string;
  /** `Thu, Mar 5`, `March 2026`, `2026` */
  readonly long: (at: number, unit: SlotUnit) => string;
}

type Formats = Readonly<Record<SlotUnit, Intl.DateTimeFormatOptions>>;

const SHORT: Formats = {
  day: { month: 'short', day: 'numeric' },
  month: { month: 'short', year: '2-digit' },
  year: { year: 'numeric' },
};

const LONG: Formats = {
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** Words for times in the host's time zone: its midnights part the days, also where the page is far from it. */
export function createDates(language: string, timeZone: string): Dates {
  const moment = formatter(language, timeZone, { dateStyle: 'medium', timeStyle: 'short' });
  const all = (formats: Formats) => ({
    day: formatter(language, timeZone, formats.day),
    month: formatter(language, timeZone, formats.month),
    year: formatter(language, timeZone, formats.year),
  });
  const [short, long] = [all(SHORT), all(LONG)];
  return {
    moment: (at) => moment.format(at),
    short: (at, unit) => short[unit].format(at),
    long: (at, unit) => long[unit].format(at),
  };
}

function formatter(language: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const locale = language === '' ? undefined : language;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A zone or language that the host knows and the browser does not.
    return new Intl.DateTimeFormat(undefined, options);
  }
}
