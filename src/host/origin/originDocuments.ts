import * as vscode from 'vscode';

import type { Origin } from '../../core/assets/origin';
import { nameOf } from '../../core/code/paths';
import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import { originText } from './originText';

const SCHEME = 'flux-assets-origin';

/**
 * *Show How This Was Made* as a read-only text with its actions above it: a prompt can be read whole, selected and
 * searched there, as in any file. It is found anew each time it is shown.
 */
export class OriginDocuments
  extends Disposable
  implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider
{
  private readonly changed = this.register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;
  /** What the open texts say, by their URIs: the actions above are of the same. */
  private readonly shown = new Map<string, Promise<Origin>>();

  constructor(
    private readonly find: (image: vscode.Uri) => Promise<Origin>,
    private readonly l10n: Localizer,
  ) {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.register(vscode.languages.registerCodeLensProvider({ scheme: SCHEME }, this));
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
    );
  }

  /** Opens the text for an image. */
  async show(image: vscode.Uri): Promise<void> {
    const uri = documentFor(image, this.l10n.t('How {0} was made', nameOf(image.path)));
    // One that is open already may be out of date.
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const image = imageOf(uri);
    const origin = this.find(image);
    this.shown.set(uri.toString(), origin);
    return originText(nameOf(image.path), await origin, this.l10n);
  }

  async provideCodeLenses({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<vscode.CodeLens[]> {
    const image = imageOf(uri);
    const { knownFrom, prompt } = await (this.shown.get(uri.toString()) ?? this.find(image));
    const { l10n } = this;
    const actions = [
      ...(knownFrom === undefined ? [] : [[l10n.t('Reuse Settings'), 'reuseSettings'] as const]),
      ...(prompt === undefined ? [] : [[l10n.t('Copy Prompt'), 'copyPrompt'] as const]),
      ...(knownFrom === 'lock' ? [[l10n.t('Regenerate…'), 'regenerate'] as const] : []),
    ];
    const lenses = actions.map(([title, id]) => ({
      title,
      command: `fluxAssets.${id}`,
      arguments: [image],
    }));
    lenses.push({ title: l10n.t('Open Image'), command: 'vscode.open', arguments: [image] });
    return lenses.map((command) => new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command));
  }
}

/** Its path is what the tab says, its query the image. */
function documentFor(image: vscode.Uri, title: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${title}.md`, query: image.toString() });
}

function imageOf({ query }: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(query, true);
}
