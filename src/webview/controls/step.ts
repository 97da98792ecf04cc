interface Stepping {
  readonly direction: 1 | -1;
  readonly step: number;
  /** The value that an empty or unreadable field starts from. */
  readonly start: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** The value after one arrow key: the next multiple of the step, within the limits. */
export function stepped(value: string, { direction, step, start, min, max }: Stepping): string {
  const current = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(current)) return String(start);
  const steps = current / step;
  // Half a thousandth of a step forgives 0.30000000000000004.
  const next = direction === 1 ? Math.floor(steps + 0.0005) + 1 : Math.ceil(steps - 0.0005) - 1;
  const rounded = Number((next * step).toFixed(4));
  return String(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, rounded)));
}
