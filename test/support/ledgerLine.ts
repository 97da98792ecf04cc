import type { LedgerLine } from '../../src/core/money/ledger';

/** A saved and paid picture at `bfl`. */
export function ledgerLine(changes: Partial<LedgerLine> = {}): LedgerLine {
  const { id = 'line-1' } = changes;
  return {
    v: 1,
    id,
    at: new Date(2026, 2, 27, 12).getTime(),
    provider: 'bfl',
    workspace: 'shop-hash',
    workspaceLabel: 'shop',
    model: 'flux-2-pro',
    file: `file:///shop/assets/${id}.png`,
    estimate: usd(0.03),
    actual: usd(0.03),
    outcome: 'saved',
    charged: 'yes',
    ...changes,
  };
}

/** A line for which the service named no price, so that its estimate counts where it counts at all. */
export function failedLine(
  changes: Partial<LedgerLine> & Pick<LedgerLine, 'outcome' | 'charged'>,
): LedgerLine {
  return { ...unpricedLine(changes), estimate: usd(0.03), ...changes };
}

/** A line of a model without a known price, for which the service named none either. */
export function unpricedLine(changes: Partial<LedgerLine> = {}): LedgerLine {
  const { v, id, at, provider, workspace, workspaceLabel, model } = ledgerLine(changes);
  const bare = { v, id, at, provider, workspace, workspaceLabel, model };
  return { ...bare, outcome: 'saved', charged: 'yes', ...changes };
}

export function usd(amount: number) {
  return { credits: amount * 100, amount, currency: 'USD' } as const;
}

export function cny(amount: number) {
  return { credits: amount * 25, amount, currency: 'CNY' } as const;
}
