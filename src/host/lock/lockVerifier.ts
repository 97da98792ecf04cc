import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import type { Localizer } from '../../protocol/localizer';
import type { Dialogs } from '../dialogs';
import { exists } from '../assets/files';
import type { ImageIndex } from '../needed/imageIndex';
import { readSettings } from '../settings';
import type { AssetLockStore } from './assetLockStore';
import { isTrouble, readLock } from './lockFile';
import { keyOf, lockPlaceIn, lockPlaceOf, type LockPlace } from './lockPlace';
import { lockProblem, rangeOf, type LockProblems } from './lockProblems';
import { findingWords, summaryWords, troubleWords } from './lockWords';
import { verifyLock, type Finding, type IsUsed } from './verifyLock';

/** What verifying needs. */
export interface LockVerifierPorts {
  readonly store: Pick<AssetLockStore, 'recordAsset'>;
  readonly problems: LockProblems;
  readonly history: { readonly all: readonly Asset[] };
  /** The index of the workspace, which may have to be opened first. */
  readonly images: () => Promise<Pick<ImageIndex, 'settled' | 'referencesTo'>>;
  readonly dialogs: Pick<Dialogs, 'tell'>;
  readonly l10n: Localizer;
}

const { Error: Wrong, Warning, Information } = vscode.DiagnosticSeverity;
const SEVERITY: Readonly<Record<Finding['code'], vscode.DiagnosticSeverity>> = {
  'asset-missing': Wrong,
  'asset-changed': Warning,
  'asset-unknown': Information,
  'asset-unused': Information,
};

/** *Verify Assets*: what the locks say against what is there, as Problems. */
export class LockVerifier {
  /** Of the last look, by the lock's URI. */
  private readonly found = new Map<string, readonly Finding[]>();

  constructor(private readonly ports: LockVerifierPorts) {}

  /** What the last look has found in a lock. */
  findingsOf(lock: vscode.Uri): readonly Finding[] {
    return this.found.get(lock.toString()) ?? [];
  }

  /** Looks at every workspace folder, and tells in a message what was found. */
  async verifyAll(): Promise<void> {
    const { dialogs, l10n } = this.ports;
    const roots = vscode.workspace.workspaceFolders ?? [];
    const places = await Promise.all(roots.map(({ uri }) => lockPlaceIn(uri)));
    const reports = await Promise.all(
      places.filter((place) => place !== undefined).map((place) => this.verify(place)),
    );
    const unnoted = await this.unnoted();
    const note = l10n.t('Note in the Asset Lock');
    const more = unnoted.length === 0 ? [] : [note];
    const pressed = await dialogs.tell(
      'info',
      summaryWords(reports, unnoted.length, l10n),
      ...more,
    );
    if (pressed !== note) return;
    for (const asset of unnoted) await this.ports.store.recordAsset(asset);
    await this.verifyAll();
  }

  /** Looks again at one lock, without a word. */
  async verifyAgain(file: vscode.Uri): Promise<void> {
    const place = await lockPlaceOf(file);
    if (place !== undefined && this.found.has(place.lock.toString())) await this.verify(place);
  }

  private async verify(place: LockPlace): Promise<LockReport> {
    const { problems, l10n } = this.ports;
    const { lock } = place;
    const verified = await verifyLock(place, await this.isUsed());
    this.found.set(lock.toString(), verified.kind === 'read' ? verified.findings : []);
    switch (verified.kind) {
      case 'none':
        problems.show(lock, []);
        return { findings: [] };
      case 'trouble':
        if (verified.trouble.kind === 'broken')
          problems.showBroken(lock, verified.trouble.text, verified.trouble.problem);
        return { findings: [], trouble: troubleWords(lock, verified.trouble, l10n) };
      case 'read':
        problems.show(
          lock,
          verified.findings.map((finding) => this.problemOf(finding, verified.text)),
        );
        return { findings: verified.findings, count: verified.count };
    }
  }

  private problemOf(finding: Finding, text: string): vscode.Diagnostic {
    const { code, span } = finding;
    const words = findingWords(finding, this.ports.l10n);
    return lockProblem(code, rangeOf(text, span), words, SEVERITY[code]);
  }

  private async isUsed(): Promise<IsUsed> {
    // Nothing of an untrusted workspace is looked through, and nothing where a person does not want that.
    const isScanned = (file: vscode.Uri) => readSettings(file).scanForNeededImages;
    const roots = vscode.workspace.workspaceFolders ?? [];
    if (!vscode.workspace.isTrusted || !roots.some(({ uri }) => isScanned(uri)))
      return () => undefined;
    const images = await this.ports.images();
    await images.settled();
    return (file) => (isScanned(file) ? images.referencesTo(file).length > 0 : undefined);
  }

  /** Pictures of the history that lie in the workspace and stand in no lock: it was broken, or switched off. */
  private async unnoted(): Promise<readonly Asset[]> {
    const found: Asset[] = [];
    const known = new Map<string, ReadonlySet<string> | undefined>();
    for (const asset of this.ports.history.all) {
      const file = vscode.Uri.parse(asset.uri);
      const place = await lockPlaceOf(file);
      const key = place && keyOf(place, file);
      if (place === undefined || key === undefined) continue;
      if (!readSettings(place.root).assetLock) continue;
      const name = place.lock.toString();
      if (!known.has(name)) known.set(name, await keysIn(place.lock));
      if (known.get(name)?.has(key) !== false || !(await exists(file).catch(() => false))) continue;
      found.push(asset);
    }
    return found;
  }
}

/** What was found in one lock. */
export interface LockReport {
  readonly findings: readonly Finding[];
  /** How many files it has entries for; absent where there is none that can be read. */
  readonly count?: number;
  /** Why it cannot be read, in words. */
  readonly trouble?: string;
}

/** The files of a lock; none where there is no lock, `undefined` for one that cannot be read. */
async function keysIn(lock: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
  const read = await readLock(lock);
  if (read === undefined) return new Set();
  return isTrouble(read) ? undefined : new Set(read.places.keys());
}
