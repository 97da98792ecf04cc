import { spentOf, type LedgerLine } from './ledger';

const HEAD = [
  'time',
  'provider',
  'workspace',
  'model',
  'file',
  'estimate',
  'actual',
  'counted',
  'currency',
  'outcome',
  'charged',
  'task',
];

/** The lines as CSV (RFC 4180) under a row of English names; times are UTC in ISO 8601, amounts plain numbers. */
export function ledgerCsv(lines: readonly LedgerLine[]): string {
  return [HEAD, ...lines.map(cellsOf)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cellsOf(line: LedgerLine): readonly (string | number)[] {
  const spent = spentOf(line);
  return [
    timeOf(line.at),
    line.provider,
    line.workspaceLabel,
    line.model,
    line.file ?? '',
    line.estimate?.amount ?? '',
    line.actual?.amount ?? '',
    spent?.amount ?? '',
    spent?.currency ?? '',
    line.outcome,
    line.charged,
    line.taskId ?? '',
  ];
}

/** A damaged time is no reason to lose the whole file. */
function timeOf(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // A spreadsheet would run it as a formula, and folders and files are named by anybody.
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
