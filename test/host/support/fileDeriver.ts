import * as vscode from 'vscode';

import { openFileDeriver, type FileDeriver } from '../../../src/host/derive/deriveFile';

/** What makes files that stand in no lock. */
export function unlockedDeriver(globalStorage: vscode.Uri): FileDeriver {
  return openFileDeriver({
    globalStorage,
    locks: { recordDerived: () => Promise.resolve() },
    onUnnoted: (error) => {
      throw error;
    },
    l10n: vscode.l10n,
  });
}
