import * as vscode from 'vscode';

import type { Failure } from '../core/api/failure';
import type { Asset } from '../core/assets/asset';
import type { Charge } from '../core/money/charge';
import { failureSentence } from '../protocol/failureWords';
import { createLocalizer } from '../protocol/localizer';
import { parseRequest } from './apiRequest';
import { abortOn } from './cancellation';
import type { GenerationOutcome } from './tasks/generation';
import type { GenerationOrder } from './tasks/order';

/** What `exports` of this extension holds for other extensions (product.md). */
export interface FluxAssetsApi {
  readonly version: 1;
  /** Resolves when every asked-for image is saved in the workspace; rejects with a GenerationError. Asks nobody. */
  generate(request: GenerateRequest, token?: vscode.CancellationToken): Promise<GeneratedAsset[]>;
  readonly onDidGenerate: vscode.Event<GeneratedAsset>;
}

/** What to make. */
export interface GenerateRequest {
  readonly prompt: string;
  /** Default: the setting `fluxAssets.defaultModel`. */
  readonly model?: string;
  /** The API's own names: width, height, aspect_ratio, seed, steps, … */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Images sent as input_image, input_image_2, … or images[]. */
  readonly references?: readonly vscode.Uri[];
  /** That many tasks; default 1. */
  readonly count?: number;
  /** A folder, or a file name to use; default: the assets folder. */
  readonly target?: vscode.Uri;
}

/** A picture that is saved. */
export interface GeneratedAsset {
  readonly uri: vscode.Uri;
  readonly model: string;
  /** As the service used it. */
  readonly prompt: string;
  readonly seed?: number;
  readonly taskId: string;
  readonly width: number;
  readonly height: number;
  readonly format: 'png' | 'jpeg' | 'webp';
  /** What the service said; absent where it said nothing. */
  readonly cost?: Charge;
}

/** `code` says what happened, `charged` whether money was spent, `saved` what of a `count` was finished. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError';
  readonly code: Failure['code'];
  readonly charged: Failure['charged'];
  readonly taskId?: string;

  constructor(
    failure: Failure,
    readonly saved: readonly GeneratedAsset[],
  ) {
    super(failureSentence(failure, createLocalizer(), { nameField: (field) => field }));
    this.code = failure.code;
    this.charged = failure.charged;
    if (failure.taskId !== undefined) this.taskId = failure.taskId;
  }
}

/** What the API needs of the host. */
export interface ApiPorts {
  readonly run: (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;
  readonly defaultModel: () => string;
  readonly workspaceFolder: () => vscode.Uri | undefined;
  readonly onDidGenerate: vscode.Event<Asset>;
}

/** The extension's API over the same engine that the panel uses. */
export function createApi(ports: ApiPorts): FluxAssetsApi {
  return {
    version: 1,
    generate: async (value, token) => {
      const request = parseRequest(value);
      if ('code' in request) throw new GenerationError(request, []);
      const { signal, dispose } = abortOn(token);
      try {
        const outcome = await ports.run(orderOf(request, ports), signal);
        const saved = outcome.saved.map(generatedAsset);
        const [failure] = outcome.failures;
        if (failure !== undefined) throw new GenerationError(failure, saved);
        return saved;
      } finally {
        dispose();
      }
    },
    onDidGenerate: (listener, thisArgs, disposables) =>
      ports.onDidGenerate(
        (asset) => {
          listener.call(thisArgs, generatedAsset(asset));
        },
        undefined,
        disposables,
      ),
  };
}

function orderOf(request: GenerateRequest, ports: ApiPorts): GenerationOrder {
  const workspaceFolder = ports.workspaceFolder();
  return {
    prompt: request.prompt,
    model: request.model ?? ports.defaultModel(),
    parameters: request.parameters ?? {},
    references: request.references ?? [],
    count: request.count ?? 1,
    ...(request.target === undefined ? {} : { target: request.target }),
    ...(workspaceFolder === undefined ? {} : { workspaceFolder }),
  };
}

function generatedAsset(asset: Asset): GeneratedAsset {
  return {
    uri: vscode.Uri.parse(asset.uri),
    model: asset.model,
    prompt: asset.usedPrompt ?? asset.prompt,
    ...(asset.seed === undefined ? {} : { seed: asset.seed }),
    taskId: asset.taskId,
    width: asset.width,
    height: asset.height,
    format: asset.format,
    ...(asset.cost === undefined ? {} : { cost: asset.cost }),
  };
}
