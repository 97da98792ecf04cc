import * as vscode from 'vscode';

import { Disposable } from '../disposable';
import type { MissingFiles } from '../assets/missingFiles';
import type { ImageCare, ImageCarePorts } from './imageCare';
import { lifecycleDialogs } from './lifecycleDialogs';
import type { Move } from './referenceEdits';

export interface LifecyclePorts extends Omit<ImageCarePorts, 'index' | 'dialogs'> {
  readonly images: { readonly load: () => ReturnType<ImageCarePorts['index']> };
  readonly missingFiles: Pick<MissingFiles, 'onDidChange'>;
  readonly onError: (error: unknown) => void;
}

/** Watches over generated files: in the editor they are followed at once, outside of it what was moved is offered. */
export class Lifecycle extends Disposable {
  private care: Promise<ImageCare> | undefined;
  /** Moves that a person did not want to hear of again. */
  private readonly declined = new Set<string>();
  private isOffering = false;
  /** History and locks on their way after what has happened in the editor. */
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly ports: LifecyclePorts) {
    super();
    const { workspace } = vscode;
    this.register(
      workspace.onWillRenameFiles((event) => {
        if (workspace.isTrusted)
          event.waitUntil(this.edits((care) => care.editsFor(movesOf(event))));
      }),
    );
    this.register(
      workspace.onDidRenameFiles((event) => {
        this.followSoon((care) => care.follow(movesOf(event)));
      }),
    );
    this.register(
      workspace.onWillDeleteFiles((event) => {
        if (workspace.isTrusted)
          event.waitUntil(this.edits((care) => care.editsForDeleting(event.files)));
      }),
    );
    this.register(
      workspace.onDidDeleteFiles((event) => {
        this.followSoon((care) => care.forget(event.files));
      }),
    );
    this.register(
      ports.missingFiles.onDidChange(() => {
        this.load()
          .then((care) => this.offer(care))
          .catch(ports.onError);
      }),
    );
  }

  /** *Find Moved Images*. */
  async findMoved(): Promise<void> {
    const care = await this.load();
    const moves = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: this.ports.l10n.t('Looking for moved images'),
        cancellable: true,
      },
      (_progress, token) => care.movedImages(token),
    );
    await care.offerMoved(moves);
  }

  /** *Unused Generated Images*. */
  async showUnused(): Promise<void> {
    await (await this.load()).cleanUp();
  }

  /** Tells of files that were moved outside the editor, each once. */
  private async offer(care: ImageCare): Promise<void> {
    if (this.isOffering) return;
    this.isOffering = true;
    try {
      // What was moved in the editor is not yet known to lie elsewhere.
      await this.following;
      const moves = (await care.movedImages()).filter((move) => !this.declined.has(keyOf(move)));
      if (moves.length === 0) return;
      const { l10n } = this.ports;
      const follow = l10n.t('Follow…');
      const answer = await vscode.window.showInformationMessage(
        l10n.t('Generated images were moved outside the editor: {0}.', moves.length),
        follow,
      );
      for (const move of moves) this.declined.add(keyOf(move));
      if (answer === follow) await care.offerMoved(moves);
    } finally {
      this.isOffering = false;
    }
  }

  /** A rename or a deletion goes on, whatever becomes of its references. */
  private async edits(
    of: (care: ImageCare) => Promise<vscode.WorkspaceEdit>,
  ): Promise<vscode.WorkspaceEdit> {
    try {
      return await of(await this.load());
    } catch (error) {
      this.ports.onError(error);
      return new vscode.WorkspaceEdit();
    }
  }

  private followSoon(work: (care: ImageCare) => Promise<void>): void {
    this.following = this.following
      .then(() => this.load())
      .then(work)
      .catch(this.ports.onError);
  }

  private load(): Promise<ImageCare> {
    const { images } = this.ports;
    const index = async () => {
      const loaded = await images.load();
      await loaded.settled();
      return loaded;
    };
    this.care ??= import('./imageCare').then(
      ({ ImageCare: Loaded }) =>
        new Loaded({ ...this.ports, dialogs: lifecycleDialogs(this.ports.l10n), index }),
    );
    return this.care;
  }
}

function movesOf({ files }: vscode.FileRenameEvent | vscode.FileWillRenameEvent): readonly Move[] {
  return files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri }));
}

function keyOf({ from, to }: Move): string {
  return `${from.toString()} ${to.toString()}`;
}
