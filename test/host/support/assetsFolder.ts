import { randomUUID } from 'node:crypto';

import * as vscode from 'vscode';

import type { Asset } from '../../../src/core/assets/asset';
import { LOCK_NAME } from '../../../src/core/assets/lock/assetLock';
import { workspaceFolder, withSetting } from './flux';

/** An assets folder that no other test uses, with the lock that it may have. */
export interface AssetsFolder {
  readonly folder: vscode.Uri;
  readonly lock: vscode.Uri;
  readonly at: (name: string) => vscode.Uri;
  readonly read: (name?: string) => Promise<string>;
  readonly write: (name: string, text: string) => Promise<void>;
  /** The entries of its lock, without the fixed last one. */
  readonly entries: () => Promise<Record<string, Record<string, unknown>>>;
}

/** Runs `body` while the workspace has another assets folder. */
export async function inAssetsFolder(body: (assets: AssetsFolder) => Promise<void>): Promise<void> {
  const name = `assets-${randomUUID()}`;
  const folder = vscode.Uri.joinPath(workspaceFolder(), name);
  const at = (file: string) => vscode.Uri.joinPath(folder, file);
  const read = async (file = LOCK_NAME) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(at(file)));
  const assets: AssetsFolder = {
    folder,
    lock: at(LOCK_NAME),
    at,
    read,
    write: async (file, text) =>
      vscode.workspace.fs.writeFile(at(file), new TextEncoder().encode(text)),
    entries: async () => {
      const { assets: all } = JSON.parse(await read()) as {
        assets: Record<string, Record<string, unknown>>;
      };
      return Object.fromEntries(Object.entries(all).filter(([file]) => file !== '~end'));
    },
  };
  const { Workspace } = vscode.ConfigurationTarget;
  await withSetting('assetsFolder', name, () => body(assets), Workspace);
}

/** A picture that was saved there; its file need not be. */
export function savedAsset(uri: vscode.Uri, more: Partial<Asset> = {}): Asset {
  return {
    id: uri.path,
    uri: uri.toString(),
    provider: 'demo',
    model: 'flux-2-pro',
    prompt: 'A red boat',
    parameters: { width: 64, height: 64, output_format: 'png' },
    seed: 3,
    taskId: 'task-1',
    width: 64,
    height: 64,
    format: 'png',
    digest: 'a'.repeat(64),
    createdAt: Date.UTC(2026, 10, 29),
    ...more,
  };
}
