import { findModel } from '../../core/api/models';
import type { Model } from '../../core/api/model';
import type { Draft, OfferedDraft, PanelState } from '../../protocol/panel';

/** All that the page itself remembers, over hide, move and reload. */
export interface PageMemory {
  readonly draft: Draft;
  /** When the person last changed it, in wall-clock ms. */
  readonly at: number;
  /** "Other model…" is chosen: the id is typed, even while it spells a known one. */
  readonly otherModel: boolean;
  /** The last draft that was taken from the host. */
  readonly takenOffer?: string;
  /** Fields that were edited since this task failed: the service's words about them are out of date. */
  readonly answered?: { readonly task: string; readonly fields: readonly string[] };
}

/** What a person starts with: the newer of what the page and the host have kept, else an empty draft. */
export function firstMemory(state: PanelState, saved: unknown): PageMemory {
  const own = restoreMemory(saved);
  const { keptDraft } = state;
  if (own !== undefined && own.at >= (keptDraft?.at ?? 0)) return own;
  const empty = { prompt: '', model: state.defaultModel, count: '1', values: {} };
  return withDraft(own, { ...empty, ...keptDraft?.draft }, keptDraft?.at ?? 0);
}

/** What was kept, if it is whole; an older version of the page may have kept something else. */
function restoreMemory(saved: unknown): PageMemory | undefined {
  if (!isRecord(saved) || !isDraft(saved['draft'])) return undefined;
  const { draft, at, otherModel, takenOffer, answered } = saved;
  return {
    draft,
    at: typeof at === 'number' ? at : 0,
    otherModel: otherModel === true || findModel(draft.model) === undefined,
    ...(typeof takenOffer === 'string' ? { takenOffer } : {}),
    ...(isAnswered(answered) ? { answered } : {}),
  };
}

/** Lays the host's draft over the person's, once. */
export function takeOffer(memory: PageMemory, offer: OfferedDraft | undefined): PageMemory {
  if (offer === undefined || offer.id === memory.takenOffer) return memory;
  const taken = withDraft(memory, { ...memory.draft, ...offer.draft }, Date.now());
  return { ...taken, takenOffer: offer.id };
}

function withDraft(memory: PageMemory | undefined, draft: Draft, at: number): PageMemory {
  return { ...memory, draft, at, otherModel: findModel(draft.model) === undefined };
}

/** The draft with one field changed; a parameter goes by its API name. */
export function withField(draft: Draft, field: string, value: string | boolean): Draft {
  switch (field) {
    case 'prompt':
    case 'model':
    case 'count':
      return { ...draft, [field]: String(value) };
    default:
      return { ...draft, values: { ...draft.values, [field]: value } };
  }
}

/** The draft as it is sent: without what was typed for fields that this model does not have, the prompt among them. */
export function draftFor(model: Model, draft: Draft): Draft {
  const taken = model.parameters.flatMap(({ name }) => {
    const value = draft.values[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return {
    ...draft,
    prompt: model.prompt === 'none' ? '' : draft.prompt,
    model: draft.model.trim(),
    values: Object.fromEntries(taken),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isDraft(value: unknown): value is Draft {
  return (
    isRecord(value) &&
    typeof value['prompt'] === 'string' &&
    typeof value['model'] === 'string' &&
    typeof value['count'] === 'string' &&
    isRecord(value['values']) &&
    Object.values(value['values']).every((one) => ['string', 'boolean'].includes(typeof one))
  );
}

function isAnswered(value: unknown): value is NonNullable<PageMemory['answered']> {
  return (
    isRecord(value) &&
    typeof value['task'] === 'string' &&
    Array.isArray(value['fields']) &&
    value['fields'].every((field) => typeof field === 'string')
  );
}
