import * as vscode from 'vscode';

import { withEntry } from '../../core/assets/lock/assetLock';
import { systemClock } from '../../core/clock';
import type { Localizer } from '../../protocol/localizer';
import { fileDigest } from '../assets/fileDigest';
import { showCancelable } from '../cancellation';
import { Disposable } from '../disposable';
import { createFileLock } from '../storage/fileLock';
import { storageFolders } from '../storage/storageFolders';
import { AssetLockStore } from './assetLockStore';
import { lockActions, lockLenses, type LockFix } from './lockCode';
import type { LockTrouble } from './lockFile';
import { keyOf, lockPlaceOf } from './lockPlace';
import { LockProblems } from './lockProblems';
import { LockVerifier, type LockVerifierPorts } from './lockVerifier';
import { troubleWords } from './lockWords';
import { regenerate, type RegenerationPorts } from './regeneration';

/** What all that is done with locks needs. */
export interface LockDeskPorts
  extends
    Omit<RegenerationPorts, 'locks' | 'history'>,
    Pick<LockVerifierPorts, 'images' | 'dialogs'> {
  /** The extension's own storage, for what must be exclusive over all windows. */
  readonly globalStorage: vscode.Uri;
  readonly history: RegenerationPorts['history'] & LockVerifierPorts['history'];
  readonly l10n: Localizer;
}

/** In ms. */
const SETTLE_MS = 1000;

/** All that is done with asset locks. Loaded with the first of it. */
export class LockDesk extends Disposable {
  readonly store: AssetLockStore;
  readonly verifier: LockVerifier;
  private readonly problems: LockProblems;
  private timer: NodeJS.Timeout | undefined;

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
          this.verifySoon(lock);
        },
      }),
    );
    this.verifier = new LockVerifier({ ...ports, store: this.store, problems: this.problems });
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  /** *Regenerate…*, with progress that can be canceled. */
  async regenerate(files: readonly vscode.Uri[]): Promise<void> {
    const { l10n } = this.ports;
    const ports = { ...this.ports, locks: this.store };
    const runAll: RegenerationPorts['runAll'] = async (orders, stop) =>
      showCancelable(l10n.t('Regenerating images: {0}', orders.length), (signal) =>
        ports.runAll(orders, AbortSignal.any([signal, stop])),
      );
    await regenerate(files, { ...ports, runAll }, new AbortController().signal);
    for (const file of files) await this.verifier.verifyAgain(file);
  }

  /** The lenses of a lock. */
  lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return lockLenses(document, this.ports.l10n);
  }

  /** The quick fixes of a lock. */
  actions(
    document: vscode.TextDocument,
    problems: readonly vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const known = new Set(this.ports.history.all.map(({ uri }) => uri));
    const findings = this.verifier
      .findingsOf(document.uri)
      .filter(({ code, file }) => code !== 'asset-unknown' || known.has(file.toString()));
    return lockActions(document, problems, findings, this.ports.l10n);
  }

  /** What a quick fix does. */
  async fix(file: vscode.Uri, fix: LockFix): Promise<void> {
    if (fix === 'remove') await this.store.remove(file);
    if (fix === 'accept') await this.accept(file);
    if (fix === 'note') {
      const asset = this.ports.history.all.find(({ uri }) => uri === file.toString());
      if (asset !== undefined) await this.store.recordAsset(asset);
    }
    await this.verifier.verifyAgain(file);
  }

  /** Its entries have other lines now. Many pictures may come at once, and one look after them is enough. */
  private verifySoon(lock: vscode.Uri): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.verifier.verifyAgain(lock).catch(() => undefined);
    }, SETTLE_MS);
  }

  /** The file is as it should be: its entry takes its bytes as they are. */
  private async accept(file: vscode.Uri): Promise<void> {
    const place = await lockPlaceOf(file);
    const key = place && keyOf(place, file);
    if (place === undefined || key === undefined) return;
    const sha256 = await fileDigest(file);
    await this.store.change(place.lock, (lock) => {
      const entry = lock.assets.get(key);
      return entry === undefined ? lock : withEntry(lock, key, { ...entry, sha256 });
    });
  }

  /** Once until it is sound again: what waits is noted then. */
  private async tellTrouble(lock: vscode.Uri, trouble: LockTrouble): Promise<void> {
    const { l10n, dialogs } = this.ports;
    if (trouble.kind === 'broken') this.problems.showBroken(lock, trouble.text, trouble.problem);
    const open = l10n.t('Open');
    const words = l10n.t(
      '{0} What was to be noted there waits until that is mended, as long as this window is open. Pictures are saved as ever.',
      troubleWords(lock, trouble, l10n),
    );
    if ((await dialogs.tell('error', words, open)) !== open) return;
    const selection = trouble.kind === 'broken' ? this.problems.first(lock) : undefined;
    await vscode.window.showTextDocument(lock, selection === undefined ? {} : { selection });
  }
}
