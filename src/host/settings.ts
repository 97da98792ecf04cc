import * as vscode from 'vscode';

import type { ImageFormat } from '../core/api/model';
import { providerIds, type ProviderId } from '../core/api/provider';
import type { Budget } from '../core/money/budget';

/** The settings of product.md, read and brought within their bounds. */
export interface Settings {
  readonly provider: ProviderId;
  readonly defaultModel: string;
  readonly assetsFolder: string;
  readonly fileName: string;
  readonly outputFormat: 'auto' | ImageFormat;
  readonly maxConcurrentTasks: number;
  readonly taskTimeoutMs: number;
  readonly maxDownloadBytes: number;
  readonly exchangeRate: number;
  /** Whether a placeholder lies at a picture's fixed place until it is there. */
  readonly placeholderFirst: boolean;
  readonly embedMetadata: 'all' | 'withoutPrompt' | 'none';
  readonly assetLock: boolean;
  readonly scanForNeededImages: boolean;
  readonly updateReferences: 'prompt' | 'always' | 'never';
  /** As amounts in the provider's money. */
  readonly budget: Budget;
  readonly custom: {
    readonly baseUrl: string;
    readonly authHeader: 'bearer' | 'x-key';
    readonly polling: 'get_result' | 'polling_url';
    readonly rate: number;
  };
}

export const SECTION = 'fluxAssets';

/** The settings as they hold for `scope` (a file or workspace folder). A value of the wrong kind counts as unset. */
export function readSettings(scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(SECTION, scope);
  const text = (id: string, fallback: string): string => {
    const value = configuration.get<unknown>(id);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback;
  };
  const choice = <T extends string>(id: string, values: readonly T[], fallback: T): T => {
    const value = configuration.get<unknown>(id);
    return values.find((each) => each === value) ?? fallback;
  };
  const number = (id: string, fallback: number, min: number, max = Number.MAX_VALUE): number => {
    const value = configuration.get<unknown>(id);
    if (typeof value !== 'number' || !Number.isFinite(value)) return fallback;
    return Math.min(Math.max(value, min), max);
  };
  const flag = (id: string, fallback: boolean): boolean => {
    const value = configuration.get<unknown>(id);
    return typeof value === 'boolean' ? value : fallback;
  };
  const amount = (id: string, fallback: null): number | undefined => {
    const value = configuration.get<unknown>(id);
    return (typeof value === 'number' && value >= 0 ? value : fallback) ?? undefined;
  };
  return {
    provider: choice('provider', providerIds, 'demo'),
    defaultModel: text('defaultModel', 'flux-2-pro'),
    assetsFolder: text('assetsFolder', 'assets'),
    fileName: text('fileName', '{prompt}-{seed}'),
    outputFormat: choice('outputFormat', ['auto', 'jpeg', 'png', 'webp'], 'auto'),
    maxConcurrentTasks: Math.floor(number('maxConcurrentTasks', 24, 1, 24)),
    taskTimeoutMs: number('taskTimeoutSeconds', 300, 1) * 1000,
    maxDownloadBytes: number('maxDownloadMegabytes', 100, 1) * 1024 * 1024,
    exchangeRate: number('exchangeRate', 4, Number.MIN_VALUE),
    placeholderFirst: flag('placeholderFirst', false),
    embedMetadata: choice('embedMetadata', ['all', 'withoutPrompt', 'none'], 'all'),
    assetLock: flag('assetLock', true),
    scanForNeededImages: flag('scanForNeededImages', true),
    updateReferences: choice('updateReferences', ['prompt', 'always', 'never'], 'prompt'),
    budget: {
      ...limit('perDay', amount('budget.perDay', null)),
      ...limit('perWorkspace', amount('budget.perWorkspace', null)),
    },
    custom: {
      baseUrl: text('custom.baseUrl', ''),
      authHeader: choice('custom.authHeader', ['bearer', 'x-key'], 'bearer'),
      polling: choice('custom.polling', ['get_result', 'polling_url'], 'get_result'),
      rate: number('custom.rate', 1, Number.MIN_VALUE),
    },
  };
}

function limit(id: keyof Budget, value: number | undefined): Partial<Budget> {
  return value === undefined ? {} : { [id]: value };
}

/** Changes a setting where its value comes from: for the user, or for the workspace or folder that has its own. */
export async function updateSetting(id: string, value: unknown, scope?: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION, scope);
  const own = configuration.inspect(id);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const target =
    own?.workspaceFolderValue !== undefined
      ? WorkspaceFolder
      : own?.workspaceValue !== undefined
        ? Workspace
        : Global;
  await configuration.update(id, value, target);
}
