import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { NeededActions } from '../../src/host/needed/neededActions';
import type { NeededImage } from '../../src/host/needed/imageIndex';
import { NeededTree } from '../../src/host/needed/neededTree';
import { indexOf, neededImage, writeDocument } from './support/neededImages';

function problemOf({ range }: NeededImage): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(range, 'The image is not there.');
  problem.source = 'Flux Assets';
  problem.code = 'missing-image';
  return problem;
}

describe('the view of needed images', () => {
  it('shows them by document, with draft, size and price, and opens their places', async () => {
    const first = await writeDocument(
      'a.md',
      '![A *boat*](boat.png) ![Bay](https://picsum.photos/9)',
    );
    const second = await writeDocument('b.md', '![A hill](hill.png)');
    const placeholder = { isPlaceholder: true, file: 'bay.jpg', alt: 'Bay' } as const;
    const needed = [
      await neededImage(first, 'boat.png', { alt: 'A *boat*', width: 64, height: 48 }),
      await neededImage(first, 'https://picsum.photos/9', placeholder),
      await neededImage(second, 'hill.png', { alt: 'A hill' }),
    ] as const;
    const tree = new NeededTree(indexOf(needed), vscode.l10n);
    const documents = tree.getChildren();
    assert.deepEqual(
      documents.map((node) => [tree.getTreeItem(node).label, tree.getChildren(node).length]),
      [
        [vscode.workspace.asRelativePath(first), 2],
        [vscode.workspace.asRelativePath(second), 1],
      ],
    );
    const [boat, bay] = documents.flatMap((node) => tree.getChildren(node));
    assert.ok(boat && bay);
    const item = tree.getTreeItem(boat);
    assert.equal(item.label, vscode.workspace.asRelativePath(needed[0].file));
    assert.equal(item.description, 'A *boat*');
    assert.equal(item.contextValue, 'neededImage');
    assert.ok(item.tooltip instanceof vscode.MarkdownString);
    assert.match(item.tooltip.value, /A\S*\\\*boat\\\*/);
    assert.match(item.tooltip.value, /64.*48.*FLUX.*free/s);
    assert.deepEqual(item.command?.arguments, [first, { selection: needed[0].range }]);
    assert.equal(tree.getTreeItem(bay).label, 'https://picsum.photos/9');
    tree.dispose();
  });
});

describe('the quick fix of a missing image', () => {
  it('generates that image, or all of its file', async () => {
    const uri = await writeDocument('a.md', '![A boat](boat.png) ![A bay](bay.png)');
    const needed = [
      await neededImage(uri, 'boat.png', { alt: 'A boat' }),
      await neededImage(uri, 'bay.png', { alt: 'A bay' }),
    ] as const;
    const fixes = await fixesFor(needed, [problemOf(needed[1])]);
    assert.deepEqual(
      fixes.map(({ title, isPreferred, command }) => [
        title,
        isPreferred,
        command?.command,
        command?.arguments,
      ]),
      [
        ['Generate this image', true, 'fluxAssets.generateNeeded', [needed[1].id]],
        [
          'Generate all images needed in this file',
          undefined,
          'fluxAssets.generateAllNeeded',
          [uri.toString()],
        ],
      ],
    );
  });

  it('is alone where the file needs one image, and not on problems of others', async () => {
    const uri = await writeDocument('a.md', '![A boat](boat.png)');
    const needed = [await neededImage(uri, 'boat.png', { alt: 'A boat' })] as const;
    assert.equal((await fixesFor(needed, [problemOf(needed[0])])).length, 1);
    const other = problemOf(needed[0]);
    other.source = 'Another';
    assert.deepEqual(await fixesFor(needed, [other]), []);
  });
});

async function fixesFor(
  needed: readonly [NeededImage, ...NeededImage[]],
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const [{ document: uri, range }] = needed;
  const document = await vscode.workspace.openTextDocument(uri);
  return new NeededActions(indexOf(needed), vscode.l10n).provideCodeActions(document, range, {
    diagnostics,
    only: undefined,
    triggerKind: vscode.CodeActionTriggerKind.Invoke,
  });
}
