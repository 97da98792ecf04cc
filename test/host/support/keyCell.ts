import assert from 'node:assert/strict';
import { inspect } from 'node:util';

import * as vscode from 'vscode';

import { isGenerationFailure } from '../../../src/core/api/failure';
import { createApi, GenerationError } from '../../../src/host/api';
import { ApiKeys } from '../../../src/host/apiKeys';
import { DraftStore } from '../../../src/host/storage/draftStore';
import { MissingFiles } from '../../../src/host/assets/missingFiles';
import { PanelReferences } from '../../../src/host/pages/panelReferences';
import { panelState } from '../../../src/host/pages/panelState';
import { failureSentence } from '../../../src/protocol/failureWords';
import type { Simulator } from '../../../src/simulator/simulator';
import { freshFolder, smallRequest } from './flux';
import { startForeignHost, type ForeignHost } from './foreignHost';
import { providerAt, secret, type KeyColumn } from './keyColumns';
import { filesWithKey, holdsKey } from './keyTraces';
import type { KeyWay } from './keyWays';
import { memorySecrets, noMemento } from './memorySecrets';
import { openWindow } from './window';

/** What all cells of a column share. */
export interface KeyStage {
  readonly column: KeyColumn;
  /** The provider's own service. */
  readonly own: Simulator;
  /** Where pages are shown. */
  readonly webview: vscode.Webview;
}

/** What can be looked at when a cell of the table of keys has run. */
interface KeyCell {
  /** What arrived at the provider's own service. */
  readonly requests: Simulator['requests'];
  readonly foreign: ForeignHost;
  readonly log: readonly string[];
  /** All that a page, a notification or another extension got to read. */
  readonly told: readonly string[];
  /** Files that held the key at any moment. */
  readonly files: readonly string[];
  readonly ended: string;
}

/** Runs one way against one provider, in a window of its own, and looks for the key wherever it could have come to. */
export async function runKeyCell(way: KeyWay, stage: KeyStage): Promise<void> {
  const { column, own } = stage;
  const foreign = await startForeignHost(secret);
  const places = { own: Number(new URL(own.baseUrl).port), foreign: foreign.port, key: secret };
  own.setFaults(way.faults(places));
  try {
    const cell = await run(way, stage, foreign);
    assert.equal(cell.ended, endOf(way, column));
    assertKeyStayed(cell, column);
    assert.equal(cell.foreign.heard.length > 0, way.reaches, 'what was asked of the foreign host');
  } finally {
    foreign.close();
  }
}

async function run(
  way: KeyWay,
  { column, own, webview }: KeyStage,
  foreign: ForeignHost,
): Promise<KeyCell> {
  const { baseUrl } = own;
  const resolve = providerAt(column, baseUrl);
  const window = openWindow({ provider: column.id, baseUrl, key: secret, resolve });
  const { engine, tasks, history, log, globalStorage } = window;
  const earlier = own.requests.length;
  const target = freshFolder();
  const told: string[] = [];
  const files = new Set<string>();
  const page = pageOf(window, webview);
  const look = () => {
    told.push(...page.words());
    for (const folder of [globalStorage, target])
      filesWithKey(folder.fsPath, secret).forEach((file) => files.add(file));
  };
  const listener = tasks.onDidChange(look);
  const ask = async () => {
    if (way.asks === 'balance') return engine.providers.balance(column.id);
    const api = createApi({
      run: (order, signal) => engine.generation.run(order, signal),
      defaultModel: () => 'flux-2-pro',
      workspaceFolder: () => undefined,
      onDidGenerate: history.onDidAdd,
    });
    return api.generate(smallRequest({ target }));
  };
  const ended = await ask().then(
    (outcome) => {
      told.push(inspect(outcome, { depth: null }));
      return outcome === undefined ? 'nothing' : 'saved';
    },
    (error: unknown) => {
      told.push(inspect(error, { depth: null, showHidden: true }));
      if (isGenerationFailure(error)) told.push(failureSentence(error.failure, vscode.l10n));
      return codeOf(error);
    },
  );
  look();
  listener.dispose();
  page.dispose();
  engine.dispose();
  const requests = own.requests.slice(earlier);
  return { requests, foreign, log, told, files: [...files], ended };
}

/** The panel over the window's stores, with the key among its secrets; what its page is sent, as JSON. */
function pageOf(
  { tasks, history, globalStorage }: ReturnType<typeof openWindow>,
  webview: vscode.Webview,
) {
  const keys = new ApiKeys(memorySecrets(secret));
  const missingFiles = new MissingFiles(history);
  const references = new PanelReferences(noMemento, vscode.l10n);
  const drafts = new DraftStore(vscode.Uri.joinPath(globalStorage, 'draft.json').fsPath);
  const kept = { kept: drafts.kept, offered: undefined };
  const ports = { keys, tasks, history, missingFiles, references, l10n: vscode.l10n };
  return {
    words: () => [JSON.stringify(panelState(ports, webview, undefined, kept))],
    dispose: () => {
      for (const each of [keys, missingFiles, references]) each.dispose();
    },
  };
}

function codeOf(error: unknown): string {
  if (error instanceof GenerationError) return error.code;
  if (isGenerationFailure(error)) return error.failure.code;
  throw error;
}

/** A provider without a route for the balance is not asked for it. */
function endOf({ asks, ends }: KeyWay, { id }: KeyColumn): string {
  return asks === 'balance' && (id === 'demo' || id === 'openai-hk') ? 'nothing' : ends;
}

function assertKeyStayed(cell: KeyCell, { header }: KeyColumn): void {
  const { requests, foreign, log, told, files } = cell;
  for (const request of foreign.heard) assert.ok(!holdsKey(request, secret), request);
  for (const { listener, path, headers, body } of requests) {
    const { [header ?? '']: carrier = '', ...others } = headers;
    assert.ok(!holdsKey(JSON.stringify([path, others, body]), secret), path);
    const isDownload = listener === 'delivery' || headers.accept === 'image/*';
    const mayCarry = header !== undefined && !isDownload;
    assert.equal(holdsKey(String(carrier), secret), mayCarry, `${path} carries the key`);
  }
  for (const line of [...log, ...told]) assert.ok(!holdsKey(line, secret), line);
  assert.deepEqual(files, []);
}
