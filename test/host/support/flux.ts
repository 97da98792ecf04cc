import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import * as vscode from 'vscode';

import type { FluxAssetsApi, GeneratedAsset, GenerateRequest } from '../../../src/host/api';

/** The extension's API, as another extension gets it. */
export async function fluxApi(): Promise<FluxAssetsApi> {
  const extension = vscode.extensions.getExtension<FluxAssetsApi>('flux-assets.flux-assets');
  assert.ok(extension);
  return extension.activate();
}

/** The folder that is opened in the window. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return folder.uri;
}

/** A small request, so that the demo provider paints quickly. */
export function smallRequest(request: Partial<GenerateRequest> = {}): GenerateRequest {
  return {
    prompt: 'A red boat',
    ...request,
    parameters: { width: 64, height: 64, ...request.parameters },
  };
}

/** What `generate` rejects with, as product.md has it: told by its fields, for its class is another extension's. */
export interface GenerationError extends Error {
  readonly code: string;
  readonly charged: 'no' | 'yes' | 'unknown';
  readonly taskId?: string;
  readonly saved: readonly GeneratedAsset[];
}

/** The error that `generate` rejects with for this request. */
export async function failureOf(request: GenerateRequest): Promise<GenerationError> {
  const flux = await fluxApi();
  try {
    await flux.generate(request);
  } catch (error) {
    assert.ok(error instanceof Error && error.name === 'GenerationError', String(error));
    return error as GenerationError;
  }
  assert.fail('The request was not refused.');
}

/** A folder that no other test uses, in the workspace; it is not made. */
export function freshFolder(): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), `folder-${randomUUID()}`);
}

/** The names in a folder, sorted. */
export async function namesIn(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries.map(([name]) => name).sort();
}

/** Runs `body` with a user setting changed, and sets it back. */
export async function withSetting(
  id: string,
  value: unknown,
  body: () => Promise<void>,
  target = vscode.ConfigurationTarget.Global,
): Promise<void> {
  const configuration = () => vscode.workspace.getConfiguration('fluxAssets');
  await configuration().update(id, value, target);
  try {
    await body();
  } finally {
    await configuration().update(id, undefined, target);
  }
}
