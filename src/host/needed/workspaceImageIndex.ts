import * as vscode from 'vscode';

import type { Clock } from '../../core/clock';
import type { Log } from '../../core/log';
import { Disposable } from '../disposable';
import { FileEvents } from './fileEvents';
import { ImageFiles } from './imageFiles';
import type { ImageIndex, IndexExtent, NeededImage, PlacedReference } from './imageIndex';
import { IndexedDocuments, type IndexedDocumentsPorts } from './indexedDocuments';
import { ResolvedReferences } from './resolvedReferences';
import type { ScanScope } from './scanScope';

/** Typing is over, or a switch of branches. In ms. */
const SETTLE_MS = 300;
/** In a long scan, what was found is told now and then: after so many steps, then when as many again were made. */
const FIRST_STEPS = 30;

export interface ImageIndexPorts extends Pick<IndexedDocumentsPorts, 'parser' | 'projectOf'> {
  readonly scope: ScanScope;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Projects are others than before. */
  readonly onDidChangeProjects?: vscode.Event<unknown>;
  readonly mostFiles?: number;
  readonly mostNeeded?: number;
}

const NOTHING: IndexExtent = { files: 0, references: 0, hasMoreFiles: false, hasMoreNeeded: false };

/** The index over the folders of a scope. It looks at nothing before `begin`. */
export class WorkspaceImageIndex extends Disposable implements ImageIndex {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  extent = NOTHING;
  private readonly images = new ImageFiles();
  private readonly references: ResolvedReferences;
  private readonly documents: IndexedDocuments;
  private readonly events: FileEvents;
  private readonly mostNeeded: number;
  private isAsked = false;
  private mustResolve = false;
  private working: Promise<void> | undefined;
  private waiting = new AbortController();

  constructor(private readonly ports: ImageIndexPorts) {
    super();
    const { scope, mostFiles = 100_000, mostNeeded = 2000, onDidChangeProjects } = ports;
    this.mostNeeded = mostNeeded;
    this.references = new ResolvedReferences({
      images: this.images,
      isOwn: (file) => this.documents.isOwn(file),
      most: mostNeeded,
    });
    this.documents = new IndexedDocuments({
      ...ports,
      mostFiles,
      onIndexed: (document, indexed) => {
        this.references.set(document, indexed);
      },
      onOtherRules: () => {
        this.references.touchAll();
      },
    });
    this.events = this.register(
      new FileEvents({
        onText: (file) => {
          if (this.documents.touch(file)) this.workSoon();
        },
        onList: (folder) => {
          this.documents.list(folder);
          this.workSoon();
        },
        onEntry: (uri) => {
          this.images.forget(uri);
          this.references.touch(uri);
          this.mustResolve = true;
          this.workSoon();
        },
        onGone: (uri) => {
          this.documents.remove(uri);
        },
        isIgnored: (uri) => !this.documents.isOwn(uri),
      }),
    );
    this.register(
      scope.onDidChange(() => {
        if (scope.folders.every((folder) => scope.isWanted(folder))) this.isAsked = false;
        this.begin();
      }),
    );
    if (onDidChangeProjects !== undefined) {
      this.register(
        onDidChangeProjects(() => {
          this.documents.placeAll();
          this.workSoon();
        }),
      );
    }
  }

  get needed(): readonly NeededImage[] {
    return this.references.needed;
  }

  /** Looks through the folders of the scope in the background, and follows them from now on. */
  begin(): void {
    const { scope } = this.ports;
    const isOpen = (folder: vscode.Uri) =>
      scope.isTrusted && (this.isAsked || scope.isWanted(folder));
    const folders = scope.folders.filter(isOpen);
    this.events.watch(folders);
    this.images.clear();
    this.documents.setFolders(folders);
    this.mustResolve = true;
    this.workSoon();
  }

  /** Takes care of what lives as long as the index. */
  own(disposable: { dispose(): void }): void {
    this.register(disposable);
  }

  referencesTo(file: vscode.Uri): readonly PlacedReference[] {
    return this.references.referencesTo(file);
  }

  async settled(): Promise<void> {
    await this.events.settled();
    do {
      this.waiting.abort();
      await this.work();
    } while (this.hasWork && !this.disposed);
  }

  async scan(): Promise<void> {
    const { scope } = this.ports;
    this.isAsked = scope.folders.some((folder) => !scope.isWanted(folder));
    this.documents.rereadAll();
    this.begin();
    await this.settled();
  }

  override dispose(): void {
    this.waiting.abort();
    super.dispose();
  }

  private get hasWork(): boolean {
    return this.mustResolve || this.documents.hasWork;
  }

  private workSoon(): void {
    this.waiting.abort();
    this.waiting = new AbortController();
    this.ports.clock.delay(SETTLE_MS, this.waiting.signal).then(
      () => this.work(),
      () => undefined,
    );
  }

  /** Until nothing is left to do. Never rejects. */
  private work(): Promise<void> {
    this.working ??= this.workOff()
      .catch((error: unknown) => {
        this.ports.log.warn(`Needed images: ${error instanceof Error ? error.name : 'error'}`);
      })
      .finally(() => {
        this.working = undefined;
      });
    return this.working;
  }

  private async workOff(): Promise<void> {
    let next = FIRST_STEPS;
    for (let steps = 1; this.hasWork && !this.disposed; steps += 1) {
      if (await this.documents.step()) {
        this.mustResolve = true;
        if (steps < next) continue;
        // Each time all that was found is gone through: at even steps that would grow with the square of the files.
        next = steps * 2;
      }
      this.mustResolve = false;
      await this.resolve();
    }
  }

  private async resolve(): Promise<void> {
    await this.references.resolve();
    if (this.disposed) return;
    this.note({
      files: this.documents.size,
      references: this.references.count,
      hasMoreFiles: this.documents.hasMore,
      hasMoreNeeded: this.references.hasMoreNeeded,
    });
    this.changed.fire();
  }

  private note(extent: IndexExtent): void {
    const { log } = this.ports;
    if (extent.hasMoreFiles && !this.extent.hasMoreFiles)
      log.info(
        `Needed images: the workspace is large; only ${extent.files} files are looked through.`,
      );
    if (extent.hasMoreNeeded && !this.extent.hasMoreNeeded)
      log.info(`Needed images: there are more; only ${this.mostNeeded} are shown.`);
    this.extent = extent;
  }
}
