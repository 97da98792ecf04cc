import type { ProviderId } from '../core/api/provider';

/** All that the generator panel shows. Sent whole: on `ready`, when the panel becomes visible, and after a change. */
export interface PanelState {
  readonly provider: ProviderId;
  readonly providers: readonly ProviderChoice[];
  /** `fluxAssets.defaultModel`, for a new draft. */
  readonly defaultModel: string;
  /** `fluxAssets.outputFormat`: what an unset Output format stands for. */
  readonly defaultFormat: 'auto' | 'jpeg' | 'png' | 'webp';
  /** In the order in which they are sent; chosen through the host, which alone knows their paths. */
  readonly references: readonly ReferenceView[];
  /** Running and failed tasks, newest first. */
  readonly tasks: readonly TaskView[];
  /** Saved assets, newest first. */
  readonly results: readonly AssetView[];
  /** A draft that the host lays into the page (a selection, reused settings); taken once per `id`. */
  readonly offeredDraft?: OfferedDraft;
  /** What is missing before Generate can work, as a sentence; absent when nothing is. */
  readonly notice?: Notice;
}

export interface ProviderChoice {
  readonly id: ProviderId;
  readonly label: string;
  /** Whether a key is stored, or none is needed. */
  readonly ready: boolean;
}

/** A line above the form with at most one button. */
export interface Notice {
  readonly kind: 'info' | 'warning';
  readonly text: string;
  readonly action?: { readonly label: string; readonly intent: PanelIntent };
}

export interface ReferenceView {
  readonly id: string;
  readonly name: string;
  /** A webview URI. */
  readonly src: string;
}

export interface TaskView {
  readonly id: string;
  readonly prompt: string;
  readonly model: string;
  readonly phase: TaskPhase;
  /** The phase in words, with the service's own status where it has one: `Waiting for the service`, `Generating`. */
  readonly status: string;
  /** 0…1 where the service says. */
  readonly progress?: number;
  /** Wall-clock ms since the epoch. */
  readonly startedAt: number;
  readonly failure?: FailureView;
}

export type TaskPhase = 'queued' | 'sending' | 'running' | 'downloading' | 'saving' | 'failed';

/** A failure in words: what happened, whether it cost money, what to do next. */
export interface FailureView {
  readonly message: string;
  /** The service's words about single fields, by the API's names, shown at these fields too. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  readonly action?: { readonly label: string; readonly intent: PanelIntent };
}

export interface AssetView {
  readonly id: string;
  readonly prompt: string;
  readonly model: string;
  /** File name without its folder. */
  readonly name: string;
  /** A webview URI; absent when the file is gone or lies where the page may not read. */
  readonly src?: string;
  /** Why there is no picture: the file was moved or deleted. */
  readonly missing: boolean;
  readonly width: number;
  readonly height: number;
  readonly format: string;
  readonly seed?: number;
  /** The actual cost in words, in the provider's money: `4.5 credits ($0.045)`. */
  readonly cost?: string;
  /** Wall-clock ms since the epoch. */
  readonly createdAt: number;
}

/** What a person has typed, kept by the page over hide, move and reload. Values are as typed. */
export interface Draft {
  readonly prompt: string;
  readonly model: string;
  readonly count: string;
  /** By the API's names; flags by what the switch shows (`disable_pup` as Enhance prompt: not inverted). */
  readonly values: Readonly<Record<string, string | boolean>>;
}

export interface OfferedDraft {
  readonly id: string;
  /** What is left out stays as the person has it. */
  readonly draft: Partial<Draft>;
}

/** All that the panel may ask. Parsed by the host: the page is not trusted. Ids, never paths. */
export type PanelIntent =
  | { readonly type: 'ready' }
  | { readonly type: 'generate'; readonly draft: Draft }
  | { readonly type: 'selectProvider'; readonly provider: ProviderId }
  | { readonly type: 'setApiKey' }
  | { readonly type: 'showLog' }
  | { readonly type: 'openSettings' }
  | { readonly type: 'addReferences' }
  | { readonly type: 'removeReference'; readonly id: string }
  | { readonly type: 'moveReference'; readonly id: string; readonly by: -1 | 1 }
  | { readonly type: 'cancelTask'; readonly id: string }
  | { readonly type: 'dismissTask'; readonly id: string }
  | AssetIntent;

/** What can be asked of a saved asset, from the panel and from the history. */
export type AssetIntent = { readonly type: AssetAction; readonly id: string };

export type AssetAction =
  | 'openAsset'
  | 'insertAsset'
  | 'revealAsset'
  | 'copyAssetPath'
  | 'reuseSettings'
  | 'copyPrompt'
  | 'removeAsset'
  | 'deleteAsset';
