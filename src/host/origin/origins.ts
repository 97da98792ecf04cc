import * as vscode from 'vscode';

import type { Origin } from '../../core/assets/origin';
import type { Draft } from '../../protocol/panel';
import type { Localizer } from '../../protocol/localizer';
import { chosenImage } from '../commands/chosenImage';
import { draftFromOrigin } from '../commands/drafts';
import { Disposable } from '../disposable';
import { findOrigin, type FindOriginPorts } from './findOrigin';
import { OriginDocuments } from './originDocuments';
import { unknownWords } from './originText';

export interface OriginPorts extends FindOriginPorts {
  /** Lays a draft and its reference images into the panel. */
  readonly reuse: (draft: Partial<Draft>, references: readonly vscode.Uri[]) => void;
  readonly l10n: Localizer;
}

/** What can be done with the knowledge of how an image was made, for any image file. */
export class Origins extends Disposable {
  private readonly documents: OriginDocuments;

  constructor(private readonly ports: OriginPorts) {
    super();
    const find = (image: vscode.Uri) => findOrigin(image, ports);
    this.documents = this.register(new OriginDocuments(find, ports.l10n));
  }

  /** *Show How This Was Made*. */
  async show(target: unknown): Promise<void> {
    const image = chosenImage(target);
    if (image !== undefined) await this.documents.show(image);
  }

  /** *Reuse Settings*: also of a file that came from elsewhere. */
  async reuse(target: unknown): Promise<void> {
    const found = await this.find(target);
    if (found === undefined) return;
    const { image, origin } = found;
    const references = (origin.references ?? []).map((uri) => vscode.Uri.parse(uri));
    this.ports.reuse(draftFromOrigin(origin, image), references);
  }

  /** *Copy Prompt*. */
  async copyPrompt(target: unknown): Promise<void> {
    const found = await this.find(target);
    if (found === undefined) return;
    const { prompt } = found.origin;
    if (prompt !== undefined) return vscode.env.clipboard.writeText(prompt);
    void vscode.window.showInformationMessage(
      this.ports.l10n.t('No prompt of this image is known.'),
    );
  }

  /** Where nothing is known, says so. */
  private async find(
    target: unknown,
  ): Promise<{ readonly image: vscode.Uri; readonly origin: Origin } | undefined> {
    const image = chosenImage(target);
    if (image === undefined) return undefined;
    const origin = await findOrigin(image, this.ports);
    if (origin.knownFrom !== undefined) return { image, origin };
    const name = vscode.workspace.asRelativePath(image, false);
    void vscode.window.showInformationMessage(unknownWords(name, this.ports.l10n));
    return undefined;
  }
}
