import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { startSimulator, type Simulator } from '../../src/simulator/simulator';
import { runKeyCell } from './support/keyCell';
import { keyColumns, secret } from './support/keyColumns';
import { filesWithKey } from './support/keyTraces';
import { keyWays } from './support/keyWays';
import { workspaceFolder } from './support/flux';

describe('the key reaches nobody but its provider', () => {
  let panel: vscode.WebviewPanel;
  before(() => {
    panel = vscode.window.createWebviewPanel('fluxAssets.keys', 'Keys', vscode.ViewColumn.One);
  });
  after(() => {
    panel.dispose();
    assert.deepEqual(filesWithKey(workspaceFolder().fsPath, secret), []);
  });

  for (const column of keyColumns) {
    describe(column.name, () => {
      let own: Simulator;
      before(async () => {
        own = await startSimulator({ ...column.service, latency: 'instant' });
      });
      after(() => own.dispose());

      for (const way of keyWays) {
        it(`${column.name} × ${way.name}`, () =>
          runKeyCell(way, { column, own, webview: panel.webview }));
      }
    });
  }
});
