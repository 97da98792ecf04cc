import { homedir } from 'node:os';

import * as vscode from 'vscode';

import type { Clock } from '../../core/clock';
import type { LedgerLine } from '../../core/money/ledger';
import { ledgerCsv } from '../../core/money/ledgerCsv';
import type { Localizer } from '../../protocol/localizer';
import type { Dialogs } from '../dialogs';

interface LedgerExportPorts {
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly l10n: Localizer;
}

/** Without it Excel takes names in other scripts for Latin ones. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the whole ledger as CSV to a file that a person chooses; rejects where it cannot be written. */
export async function exportLedger(
  lines: readonly LedgerLine[],
  { dialogs, clock, l10n }: LedgerExportPorts,
): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  const target = await dialogs.askTarget({
    title: l10n.t('Export Spending'),
    saveLabel: l10n.t('Export'),
    defaultUri: vscode.Uri.joinPath(folder, `flux-spending-${day}.csv`),
    filters: { CSV: ['csv'] },
  });
  if (target === undefined) return;
  const text = BYTE_ORDER_MARK + ledgerCsv(lines);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = l10n.t('Open');
  const path = vscode.workspace.asRelativePath(target, false);
  const pressed = await dialogs.tell('info', l10n.t('Saved {0}', path), open);
  if (pressed === open) await vscode.commands.executeCommand('vscode.open', target);
}
