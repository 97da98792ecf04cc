import * as vscode from 'vscode';

import type { Clock } from '../../core/clock';
import { Disposable } from '../disposable';
import type { ImageIndex } from './imageIndex';
import type * as Room from './openImageIndex';
import type { OpenImageIndexPorts } from './openImageIndex';
import { WorkspaceScope } from './scanScope';

/** The window has opened and its other extensions have started. In ms. */
const START_MS = 2000;

export interface LazyImageIndexPorts extends Omit<OpenImageIndexPorts, 'scope'> {
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** The index of the workspace's images, read and opened some time after activation, or when somebody asks for it. */
export class LazyImageIndex extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** As the index's own; also when it has been opened. */
  readonly onDidChange = this.changed.event;
  /** The index, once it is open. */
  current: ImageIndex | undefined;
  private readonly scope = this.register(new WorkspaceScope());
  private readonly closing = new AbortController();
  private loading: Promise<ImageIndex> | undefined;

  /** `read` reads the index's code. */
  constructor(
    private readonly ports: LazyImageIndexPorts,
    private readonly read: () => Promise<typeof Room> = () => import('./openImageIndex'),
  ) {
    super();
  }

  /** Opens it in the background as soon as there is anything that may be looked through. */
  start(): void {
    const { clock, onError } = this.ports;
    this.register(
      this.scope.onDidChange(() => {
        this.loadWhereWanted();
      }),
    );
    clock
      .delay(START_MS, this.closing.signal)
      .then(
        () => {
          this.loadWhereWanted();
        },
        () => undefined,
      )
      .catch(onError);
  }

  load(): Promise<ImageIndex> {
    this.loading ??= this.open().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  override dispose(): void {
    this.closing.abort();
    super.dispose();
  }

  private loadWhereWanted(): void {
    const { folders, isTrusted } = this.scope;
    if (!isTrusted || !folders.some((folder) => this.scope.isWanted(folder))) return;
    this.load().catch(this.ports.onError);
  }

  private async open(): Promise<ImageIndex> {
    const { openImageIndex } = await this.read();
    const index = openImageIndex({ ...this.ports, scope: this.scope });
    this.current = this.register(index);
    this.register(
      index.onDidChange(() => {
        this.changed.fire();
      }),
    );
    this.changed.fire();
    return index;
  }
}
