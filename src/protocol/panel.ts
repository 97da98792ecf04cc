import type { Money, ProviderId } from '../core/api/provider';
import type { PixelSize } from '../core/assets/size';
import type { TaskRemedy } from '../core/tasks/remedies';
import type { TaskState } from '../core/tasks/task';

/** All that the generator panel shows. Sent whole on `ready`, then what has changed, also when the panel becomes visible. */
export interface PanelState {
  readonly provider: ProviderId;
  /** How the provider's credits become money, for the price on Generate. */
  readonly money: Money;
  readonly providers: readonly ProviderChoice[];
  /** `fluxAssets.defaultModel`, for a new draft. */
  readonly defaultModel: string;
  /** `fluxAssets.outputFormat`: what an unset Output format stands for. */
  readonly defaultFormat: 'auto' | 'jpeg' | 'png' | 'webp';
  /** In the order in which they are sent; chosen through the host, which alone knows their paths. */
  readonly references: readonly ReferenceView[];
  /** Running and failed tasks, newest first. */
  readonly tasks: readonly TaskView[];
  /** The latest saved assets, newest first. */
  readonly results: readonly AssetView[];
  /** Whether older assets than these are in the history. */
  readonly moreInHistory?: boolean;
  /** What the host keeps of the draft, for a page that the editor has forgotten or remembers an older state of. */
  readonly keptDraft?: KeptDraft;
  /** A draft that the host lays into the page (a selection, reused settings); taken once per `id`. */
  readonly offeredDraft?: OfferedDraft;
  /** That no key is set, or with `demo` always that its pictures are placeholders. */
  readonly notice?: Notice;
}

/** A provider as the panel offers it. */
interface ProviderChoice {
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

/** A reference image as the panel shows it. */
export interface ReferenceView {
  readonly id: string;
  /** File name without its folder. */
  readonly name: string;
  /** A webview URI. */
  readonly src: string;
  /** Of the file, in px; absent until the host has read it, and where it cannot. */
  readonly size?: PixelSize;
}

/** A task that runs or has failed. */
export interface TaskView {
  readonly id: string;
  /** As far as a list shows it (`shownPrompt`); empty where the model takes none. */
  readonly prompt: string;
  readonly model: string;
  readonly phase: TaskState['phase'];
  /** The phase in words, with the service's own status where it has one: `Sending`, `At the service: Pending`. */
  readonly status: string;
  /** 0…1 where the service says. */
  readonly progress?: number;
  /** Wall-clock ms since the epoch. */
  readonly startedAt: number;
  /** Present exactly when the phase is `failed`. */
  readonly failure?: FailureView;
}

/** A failure in words: what happened, whether it cost money, what to do next. */
export interface FailureView {
  readonly message: string;
  /** The person stopped it: nothing went wrong. */
  readonly isCanceled?: boolean;
  /** The service's words about single fields, by the API's names, shown at these fields too. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  /** What can be done about it, the most helpful first; *Dismiss* is always there and not among them. */
  readonly actions: readonly FailureAction[];
  /** Id and price of a task that the service took, in words: `Task 8f3c…`, `4.5 credits ($0.045)`. */
  readonly facts?: readonly string[];
}

/** A button on a failed task. */
export interface FailureAction {
  readonly label: string;
  readonly intent: PanelIntent;
}

/** A saved picture as both pages show it. */
export interface AssetView {
  readonly id: string;
  /** As far as a list shows it (`shownPrompt`); empty where the model takes none. */
  readonly prompt: string;
  readonly model: string;
  /** File name without its folder. */
  readonly name: string;
  /** A webview URI; absent exactly when the file is `missing`. */
  readonly src?: string;
  /** The file was moved or deleted. */
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

/** A draft as it was at a moment; what is left out is as in a new one. */
export interface KeptDraft {
  readonly draft: Partial<Draft>;
  /** When a person last changed it, in wall-clock ms since the epoch. */
  readonly at: number;
}

/** A draft from the host that the page takes once. */
export interface OfferedDraft {
  readonly id: string;
  /** What is left out stays as the person has it. */
  readonly draft: Partial<Draft>;
}

/** All that the panel may ask. Parsed by the host: the page is not trusted. Ids, never paths. */
export type PanelIntent =
  | { readonly type: 'ready' }
  | { readonly type: 'generate'; readonly draft: Draft }
  | { readonly type: 'keepDraft'; readonly kept: KeptDraft }
  | { readonly type: 'selectProvider'; readonly provider: ProviderId }
  | { readonly type: 'setApiKey' }
  | { readonly type: 'removeApiKey' }
  | { readonly type: 'showLog' }
  | { readonly type: 'openSettings' }
  | { readonly type: 'addReferences' }
  | { readonly type: 'removeReference'; readonly id: string }
  | { readonly type: 'moveReference'; readonly id: string; readonly by: -1 | 1 }
  | { readonly type: 'cancelTask'; readonly id: string }
  | { readonly type: 'dismissTask'; readonly id: string }
  | { readonly type: TaskRemedy; readonly id: string }
  | AssetIntent;

/** What can be asked of a saved asset, from the panel and from the history. */
export type AssetIntent = { readonly type: AssetAction; readonly id: string };

/** The actions on a saved asset; the history asks for all of them, the panel for some. */
export type AssetAction =
  | 'openAsset'
  | 'insertAsset'
  | 'revealAsset'
  | 'copyAssetPath'
  | 'makeFiles'
  | 'reuseSettings'
  | 'copyPrompt'
  | 'showHowMade'
  | 'removeAsset'
  | 'deleteAsset';
