import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { parentRules } from '../../src/host/needed/parentRules';
import { freshFolder } from './support/flux';

describe('the rules that a folder has from its repository', () => {
  const repository = freshFolder();
  const file = (...path: readonly string[]) => vscode.Uri.joinPath(repository, ...path);
  before(async () => {
    await vscode.workspace.fs.createDirectory(file('.git'));
    await vscode.workspace.fs.writeFile(file('.gitignore'), new TextEncoder().encode('out/\n'));
  });

  it('hold below it', async () => {
    const rules = await parentRules(file('site'));
    assert.equal(rules.ignores(file('site', 'out', 'a.md').path), true);
    assert.equal(rules.ignores(file('site', 'a.md').path), false);
  });

  it('do not where the folder itself is left out', async () => {
    const rules = await parentRules(file('out'));
    assert.equal(rules.ignores(file('out', 'a.md').path), false);
  });
});
