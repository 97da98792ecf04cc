import { randomUUID } from 'node:crypto';

import * as vscode from 'vscode';

import type { PixelSize } from '../../core/assets/size';
import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';

/** A reference image of the panel. The page knows it by its id alone. */
export interface PanelReference {
  readonly id: string;
  readonly uri: vscode.Uri;
  /** In px; absent until the file has been read, and where it cannot be. */
  readonly size?: PixelSize;
}

const STATE_KEY = 'panel.references';

/** The reference images that stand in the panel, in order; kept over a reload of the window. */
export class PanelReferences extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private references: readonly PanelReference[];

  constructor(
    private readonly memento: vscode.Memento,
    private readonly l10n: Localizer,
  ) {
    super();
    this.references = memento.get<readonly string[]>(STATE_KEY, []).map(reference);
  }

  get all(): readonly PanelReference[] {
    return this.references;
  }

  /** Puts these images in the place of the ones that stand there. */
  replace(uris: readonly vscode.Uri[]): void {
    this.set(uris.map(String).map(reference));
  }

  remove(id: string): void {
    this.set(this.references.filter((each) => each.id !== id));
  }

  move(id: string, by: -1 | 1): void {
    const from = this.references.findIndex((each) => each.id === id);
    const moved = this.references[from];
    if (moved === undefined) return;
    const others = this.references.filter((each) => each.id !== id);
    const to = Math.min(Math.max(from + by, 0), others.length);
    this.set([...others.slice(0, to), moved, ...others.slice(to)]);
  }

  /** Lets a person choose images to add. */
  async ask(): Promise<void> {
    const first = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({
      canSelectMany: true,
      title: this.l10n.t('Add Reference Images'),
      openLabel: this.l10n.t('Add'),
      filters: { [this.l10n.t('Images')]: ['png', 'jpg', 'jpeg', 'webp'] },
      ...(first === undefined ? {} : { defaultUri: first }),
    });
    if (chosen === undefined) return;
    this.set([...this.references, ...chosen.map(String).map(reference)]);
  }

  /** Reads the sizes that are not known yet, for the price of a picture depends on them. Not before a panel shows it. */
  async measure(): Promise<void> {
    const unmeasured = this.references.filter(({ size }) => size === undefined);
    if (unmeasured.length === 0) return;
    const { readImageSize } = await import('../assets/imageSizes');
    const sizes = new Map<string, PixelSize>();
    for (const { id, uri } of unmeasured) {
      const size = await readImageSize(uri);
      if (size !== undefined) sizes.set(id, size);
    }
    if (sizes.size === 0 || this.disposed) return;
    // By id: meanwhile some may have been moved or removed.
    this.references = this.references.map((each) => {
      const size = sizes.get(each.id);
      return size === undefined ? each : { ...each, size };
    });
    this.changed.fire();
  }

  private set(references: readonly PanelReference[]): void {
    this.references = references;
    void this.memento.update(
      STATE_KEY,
      references.map((each) => each.uri.toString()),
    );
    this.changed.fire();
    void this.measure();
  }
}

function reference(uri: string): PanelReference {
  return { id: randomUUID(), uri: vscode.Uri.parse(uri) };
}
