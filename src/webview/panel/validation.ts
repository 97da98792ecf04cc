import type { Model } from '../../core/api/model';
import { dialectOf } from '../../core/api/provider';
import { checkRequest, parametersFromDraft } from '../../core/api/request';
import { longestModelId, longestPrompt } from '../../protocol/limits';
import type { Draft, PanelState, TaskView } from '../../protocol/panel';
import type { DraftProblem } from '../../protocol/problemWords';
import type { PageMemory } from './draft';

/** The most images that one press of Generate asks for. */
export const maxCount = 10;

/** Why this draft cannot be sent, by field; empty when it can. */
export function draftProblems(
  draft: Draft,
  model: Model,
  state: Pick<PanelState, 'provider' | 'references'>,
): readonly DraftProblem[] {
  return [
    ...modelProblems(draft.model.trim()),
    ...promptProblems(model, draft.prompt),
    ...checkRequest(model, dialectOf(state.provider), {
      prompt: draft.prompt,
      parameters: parametersFromDraft(model, draft.values),
      // A model that takes none leaves the chosen images for later.
      referenceCount: model.references.fields.length === 0 ? 0 : state.references.length,
    }),
    ...countProblems(draft.count),
  ];
}

function modelProblems(id: string): readonly DraftProblem[] {
  if (id === '') return [{ field: 'model', kind: 'required' }];
  return tooLong('model', id, longestModelId);
}

function promptProblems(model: Model, prompt: string): readonly DraftProblem[] {
  return model.prompt === 'none' ? [] : tooLong('prompt', prompt, longestPrompt);
}

function tooLong(field: string, text: string, max: number): readonly DraftProblem[] {
  return text.length > max ? [{ field, kind: 'too-long', max }] : [];
}

function countProblems(text: string): readonly DraftProblem[] {
  const field = 'count';
  const count = Number(text);
  if (text.trim() === '') return [{ field, kind: 'required' }];
  if (Number.isNaN(count)) return [{ field, kind: 'not-a-number' }];
  if (!Number.isInteger(count)) return [{ field, kind: 'not-an-integer' }];
  if (count < 1) return [{ field, kind: 'too-small', min: 1, nearest: 1 }];
  if (count > maxCount) return [{ field, kind: 'too-large', max: maxCount, nearest: maxCount }];
  return [];
}

/** The service's words about single fields of the newest failed task, as long as they are of use. */
export function serviceReasons(
  tasks: readonly TaskView[],
  memory: PageMemory,
): readonly { readonly field: string; readonly message: string }[] {
  const task = newestFailure(tasks);
  if (task?.failure === undefined || task.model !== memory.draft.model.trim()) return [];
  const answered = memory.answered?.task === task.id ? memory.answered.fields : [];
  return task.failure.fields
    .map(({ field, message }) => ({ field: panelField(field), message }))
    .filter(({ field }) => !answered.includes(field));
}

/** The memory of an edit at `field`, after which the service's words about it are no longer shown. */
export function answer(
  tasks: readonly TaskView[],
  memory: PageMemory,
  field: string,
): Pick<PageMemory, 'answered'> {
  const task = newestFailure(tasks);
  if (task === undefined) return {};
  const before = memory.answered?.task === task.id ? memory.answered.fields : [];
  return { answered: { task: task.id, fields: [...before, field] } };
}

function newestFailure(tasks: readonly TaskView[]): TaskView | undefined {
  return tasks.find((task) => task.phase === 'failed');
}

/** Where the panel shows what the service says about one of its own fields: `input_image_2`, `images.0`. */
function panelField(name: string): string {
  return /^(input_image(_\d+)?|images?|mask|image_prompt)(\.|$)/.test(name) ? 'references' : name;
}
