import { nameInUri } from '../nameInUri';
import { spentOf, type LedgerLine } from './ledger';

/** A line of the ledger as a table shows it; amounts in the currency of its account. */
export interface SpendingRow {
  readonly id: string;
  /** Wall-clock ms since the epoch. */
  readonly at: number;
  readonly model: string;
  /** The workspace as people know it. */
  readonly workspace: string;
  /** File name without its folder; absent where nothing was saved. */
  readonly file?: string;
  readonly estimate?: number;
  /** What the service said. */
  readonly actual?: number;
  /** What counts as spent; absent where no price is known. */
  readonly spent?: number;
  /** `saved`, or the code of the failure. */
  readonly outcome: string;
  readonly charged: LedgerLine['charged'];
}

/** A line of the ledger for a table. */
export function spendingRow(line: LedgerLine): SpendingRow {
  const { id, at, model, workspaceLabel, file, estimate, actual, outcome, charged } = line;
  const spent = spentOf(line);
  return {
    id,
    at,
    model,
    workspace: workspaceLabel,
    ...(file === undefined ? {} : { file: nameInUri(file) }),
    ...(estimate === undefined ? {} : { estimate: estimate.amount }),
    ...(actual === undefined ? {} : { actual: actual.amount }),
    ...(spent === undefined ? {} : { spent: spent.amount }),
    outcome,
    charged,
  };
}
