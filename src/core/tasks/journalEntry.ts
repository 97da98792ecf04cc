import type { CreatedTask, FinishedTask } from '../api/client';
import type { Failure } from '../api/failure';
import type { ImageFormat } from '../api/model';
import type { ProviderId } from '../api/provider';
import type { Asset } from '../assets/asset';
import type { Recipe } from '../assets/recipe';
import type { Charge } from '../money/charge';
import type { Placeholder } from './placeholder';
import type { FailedState, Task, TaskState } from './task';

/**
 * One paid task as it lies on disk, from before its POST until its file is in the history or a person has dismissed
 * it. Holds no key and no image.
 */
export interface JournalEntry {
  readonly v: 1;
  /** Ours; the service's own id is in `created`. */
  readonly id: string;
  /** The window that works on it; where that is gone, another takes it over. */
  readonly window: string;
  /** The workspace it was ordered in: the name of its folder in the extension's storage. */
  readonly workspace: string;
  readonly order: TaskOrder;
  readonly state: JournalState;
}

/** What was ordered: enough to send it, or to send it again. */
export interface TaskOrder {
  readonly provider: ProviderId;
  /** Where it goes: a task is asked for at the service that took it and at no other. */
  readonly baseUrl: string;
  readonly model: string;
  readonly prompt: string;
  /** As sent, by the API's names, without images. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Whether the parameters held images, so that the order cannot be sent from here. */
  readonly hadImages: boolean;
  /** Where the reference images lie, as URIs. */
  readonly references: readonly string[];
  readonly destination: TaskDestination;
  /** The workspace as people know it. */
  readonly workspaceLabel: string;
  /** What it was expected to cost; absent where no price is known. */
  readonly estimate?: Charge;
  /** The template of `fluxAssets.fileName` as it was. */
  readonly fileName: string;
  /** Wall-clock ms since the epoch. */
  readonly orderedAt: number;
  /** What lies in places of the picture, or of a file that is made of it, until it comes. Noted before it lies there. */
  readonly placeholders?: readonly Placeholder[];
  /** A file that is to be made of the picture, here and for free. */
  readonly made?: MadeFile;
  /** Which of the pictures of one order this is, from 0: it keeps the order of what came at one moment. */
  readonly index: number;
}

interface MadeFile {
  /** A URI. */
  readonly file: string;
  readonly recipe: Recipe;
}

/** Where the picture is to lie. */
interface TaskDestination {
  /** A URI. */
  readonly folder: string;
  /** Without extension. */
  readonly name?: string;
  readonly format?: ImageFormat;
  /** The name's own spelling of that format, without a dot. */
  readonly extension?: string;
}

/** How far the task is, as far as it matters after a crash. All times are wall-clock ms since the epoch. */
export type JournalState =
  | { readonly phase: 'queued' }
  /** The POST is about to go out, or has: from here on nobody knows whether it arrived. */
  | { readonly phase: 'sending'; readonly at: number }
  | { readonly phase: 'running'; readonly at: number; readonly created: CreatedTask }
  | ReadyState
  /** The file is about to get its name, so that after a crash it is not saved a second time. */
  | SavingState
  /** The file is there; the history may not know it yet. */
  | { readonly phase: 'saved'; readonly asset: Asset }
  | EndedState;

interface ReadyState {
  readonly phase: 'ready';
  readonly at: number;
  readonly created: CreatedTask;
  readonly finished: FinishedTask;
}

interface SavingState extends Omit<ReadyState, 'phase'> {
  readonly phase: 'saving';
  /** With the URI that is about to be taken. */
  readonly asset: Asset;
  /** SHA-256 of the picture, hex. */
  readonly digest: string;
}

/** A task that ended without its file, and may have cost money. */
export interface EndedState {
  readonly phase: 'ended';
  readonly at: number;
  readonly failure: Failure;
  readonly created?: CreatedTask;
  readonly finished?: FinishedTask;
  /** The picture whose bytes lie at the failure's `keptAt`; without the URI of a saved one. */
  readonly kept?: Omit<Asset, 'uri'>;
}

/** The entry with another state. */
export function inState<State extends JournalState>(
  entry: JournalEntry,
  state: State,
): JournalEntry & { readonly state: State } {
  return { ...entry, state };
}

/** How a task ended, with what was known of it by then. */
export function ended(state: JournalState, failure: Failure, at: number): EndedState {
  const { created, finished } = knownOf(state);
  return {
    phase: 'ended',
    at,
    failure,
    ...(created === undefined ? {} : { created }),
    ...(finished === undefined ? {} : { finished }),
  };
}

/** What the service has said of a task so far. */
export function knownOf(state: JournalState): {
  readonly created?: CreatedTask;
  readonly finished?: FinishedTask;
} {
  return {
    ...('created' in state ? { created: state.created } : {}),
    ...('finished' in state ? { finished: state.finished } : {}),
  };
}

/** The task as it is shown; `facts` add what only the provider knows. */
export function taskOf(
  { id, order, state }: JournalEntry,
  facts: Pick<FailedState, 'hasCredits' | 'cost'>,
): Task {
  return {
    id,
    provider: order.provider,
    model: order.model,
    prompt: order.prompt,
    parameters: order.parameters,
    startedAt: order.orderedAt,
    state: taskStateOf(state, {
      ...facts,
      ...(order.estimate === undefined ? {} : { estimate: order.estimate }),
    }),
  };
}

function taskStateOf(
  state: JournalState,
  facts: Pick<FailedState, 'hasCredits' | 'cost' | 'estimate'>,
): TaskState {
  switch (state.phase) {
    case 'queued':
    case 'sending':
      return { phase: state.phase };
    case 'running':
      return { phase: 'running', created: state.created };
    case 'ready':
      return { phase: 'downloading', created: state.created };
    case 'saving':
      return { phase: 'saving', created: state.created };
    case 'saved':
      return { phase: 'saving', created: { id: state.asset.taskId } };
    case 'ended': {
      const { failure, at, created } = state;
      return { phase: 'failed', failure, at, ...(created && { created }), ...facts };
    }
  }
}
