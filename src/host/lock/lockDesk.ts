import * as vscode from 'vscode';

import { systemClock } from '../../core/clock';
import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import { createFileLock } from '../storage/fileLock';
import { storageFolders } from '../storage/storageFolders';
import { AssetLockStore } from './assetLockStore';
import type { LockTrouble } from './lockFile';
import { LockProblems } from './lockProblems';
import { troubleWords } from './lockWords';

export interface LockDeskPorts {
  /** The extension's own storage, for what must be exclusive over all windows. */
  readonly globalStorage: vscode.Uri;
  readonly l10n: Localizer;
}

/** All that is done with asset locks. Loaded with the first of it. */
export class LockDesk extends Disposable {
  readonly problems: LockProblems;
  readonly store: AssetLockStore;

  constructor(private readonly ports: LockDeskPorts) {
    super();
    const { globalStorage, l10n } = ports;
    this.problems = this.register(new LockProblems(l10n));
    this.store = this.register(
      new AssetLockStore({
        exclusively: createFileLock(storageFolders(globalStorage).locks),
        clock: systemClock,
        l10n,
        onTrouble: (lock, trouble) => void this.tellTrouble(lock, trouble),
        onWritten: (lock) => {
          this.problems.showSound(lock);
        },
      }),
    );
  }

  /** Once until it is sound again: what waits is noted then. */
  private async tellTrouble(lock: vscode.Uri, trouble: LockTrouble): Promise<void> {
    const { l10n } = this.ports;
    if (trouble.kind === 'broken') this.problems.showBroken(lock, trouble.text, trouble.problem);
    const open = l10n.t('Open');
    const pressed = await vscode.window.showWarningMessage(
      l10n.t(
        '{0} New pictures are saved, and are noted in the asset lock when that is mended, as long as this window is open.',
        troubleWords(lock, trouble, l10n),
      ),
      open,
    );
    if (pressed !== open) return;
    const at = trouble.kind === 'broken' ? this.problems.first(lock) : undefined;
    const options = at === undefined ? {} : { selection: at };
    await vscode.window.showTextDocument(lock, options);
  }
}
