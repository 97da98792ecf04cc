import { randomUUID } from 'node:crypto';

import * as vscode from 'vscode';

import type { Localizer } from '../protocol/localizer';
import { Disposable } from './disposable';

/** A reference image of the panel. The page knows it by its id alone. */
export interface PanelReference {
  readonly id: string;
  readonly uri: vscode.Uri;
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

  private set(references: readonly PanelReference[]): void {
    this.references = references;
    void this.memento.update(
      STATE_KEY,
      references.map((each) => each.uri.toString()),
    );
    this.changed.fire();
  }
}

function reference(uri: string): PanelReference {
  return { id: randomUUID(), uri: vscode.Uri.parse(uri) };
}
