import * as vscode from 'vscode';

import { groupsOf } from '../../core/needed/groupsOf';
import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import type { ImageIndex, NeededImage } from './imageIndex';
import { neededFiles } from './neededFile';
import { fileLabel, orderLine } from './neededLabels';
import { orderNeeded } from './neededOrder';

/** A document with the images that it needs, or one of them. Commands get it as their argument. */
export type NeededNode =
  | { readonly kind: 'document'; readonly uri: vscode.Uri; readonly images: readonly ImageNode[] }
  | ImageNode;

interface ImageNode {
  readonly kind: 'image';
  readonly needed: NeededImage;
}

/** What the workspace's files refer to and is not there, by document. */
export class NeededTree extends Disposable implements vscode.TreeDataProvider<NeededNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly index: Pick<ImageIndex, 'needed' | 'onDidChange'>,
    private readonly l10n: Localizer,
  ) {
    super();
    const changed = () => {
      this.changed.fire(undefined);
    };
    this.register(index.onDidChange(changed));
    // Sizes, models and prices in the tooltips are those of the settings.
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('fluxAssets')) changed();
      }),
    );
  }

  getChildren(node?: NeededNode): NeededNode[] {
    if (node !== undefined) return node.kind === 'document' ? [...node.images] : [];
    const groups = groupsOf(this.index.needed, ({ document }) => document.toString());
    return groups.map(({ key, items }) => ({
      kind: 'document',
      uri: vscode.Uri.parse(key, true),
      images: items.map((needed) => ({ kind: 'image', needed })),
    }));
  }

  getTreeItem(node: NeededNode): vscode.TreeItem {
    return node.kind === 'document' ? documentItem(node.uri) : imageItem(node.needed, this.l10n);
  }
}

function documentItem(uri: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  item.label = fileLabel(uri);
  item.id = uri.toString();
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = 'neededDocument';
  return item;
}

function imageItem(needed: NeededImage, l10n: Localizer): vscode.TreeItem {
  const { id, document, range, reference, file } = needed;
  const isPlaceholder = reference.isPlaceholder === true;
  const label = isPlaceholder ? reference.raw : fileLabel(file);
  const item = new vscode.TreeItem(label);
  item.id = id;
  const [image] = neededFiles([needed]);
  item.description = image?.prompt ?? '';
  item.iconPath = new vscode.ThemeIcon(isPlaceholder ? 'globe' : 'file-media');
  item.contextValue = 'neededImage';
  item.tooltip = tooltipOf(needed, l10n);
  item.command = {
    title: l10n.t('Open'),
    command: 'vscode.open',
    arguments: [document, { selection: range } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}

function tooltipOf(needed: NeededImage, l10n: Localizer): vscode.MarkdownString {
  const [image] = neededFiles([needed]);
  const text = new vscode.MarkdownString();
  if (image === undefined) return text;
  const file = fileLabel(image.file);
  // What comes from the code is text, whatever is in it.
  text.appendText(
    needed.reference.isPlaceholder === true
      ? l10n.t('{0} in place of a placeholder service’s picture', file)
      : file,
  );
  text.appendMarkdown('\n\n');
  text.appendText(image.prompt);
  text.appendMarkdown('\n\n');
  text.appendText(orderLine(orderNeeded(image), l10n));
  return text;
}
