import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Model } from '../../core/api/model';
import { modelOf } from '../../core/api/models';
import type { Draft, PanelIntent, PanelState } from '../../protocol/panel';
import { problemSentence } from '../../protocol/problemWords';
import type { FieldProblem } from '../controls/field';
import type { Host } from '../host';
import { useL10n } from '../l10n';
import { draftFor, firstMemory, takeOffer, withField } from './draft';
import { answer, draftProblems, serviceReasons } from './validation';
import { useKept } from './useKept';

/** The form as its components see it. */
export interface Form {
  readonly draft: Draft;
  readonly model: Model;
  readonly otherModel: boolean;
  /** What to say at a field now: nothing at one that the person has not come to yet. */
  problems(field: string): readonly FieldProblem[];
  /** What to say about fields that this form does not show. */
  readonly homeless: readonly FieldProblem[];
  set(field: string, value: string | boolean): void;
  leave(field: string): void;
  chooseModel(choice: { readonly model: string; readonly other: boolean }): void;
  /** Sends the draft, or goes to the first problem. */
  generate(): void;
}

/** The person's draft, its problems, and the way to send it. */
export function useForm(state: PanelState, host: Host<PanelState, PanelIntent>): Form {
  const l10n = useL10n();
  const [memory, setMemory] = useState(() => firstMemory(state, host.getSaved()));
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempts, setAttempts] = useState(0);
  const [allShown, setAllShown] = useState(false);
  useKept(memory, host);

  const { offeredDraft } = state;
  useLayoutEffect(() => {
    setMemory((before) => takeOffer(before, offeredDraft));
  }, [offeredDraft?.id]);

  const { draft } = memory;
  const model = modelOf(draft.model.trim());
  const found = draftProblems(draft, model, state);
  const said: readonly (FieldProblem & { readonly field: string })[] = [
    ...found
      .filter(({ field }) => allShown || (left.has(field) && changed.has(field)))
      .map((problem) => ({
        field: problem.field,
        message: problemSentence(problem, l10n),
        ...('nearest' in problem
          ? { fix: { label: l10n.t('Use {0}', problem.nearest), value: String(problem.nearest) } }
          : {}),
      })),
    ...serviceReasons(state.tasks, memory),
  ];

  useEffect(() => {
    if (attempts > 0) document.querySelector<HTMLElement>('[data-problem]')?.focus();
    else if (document.hasFocus() && document.activeElement === document.body) {
      document.getElementById('field-prompt')?.focus();
    }
  }, [attempts]);

  const shown = new Set([
    'prompt',
    'model',
    'count',
    'references',
    ...model.parameters.map(({ name }) => name),
  ]);
  if (model.prompt === 'none') shown.delete('prompt');
  if (model.references.fields.length === 0) shown.delete('references');

  return {
    draft,
    model,
    otherModel: memory.otherModel,
    problems: (name) => said.filter(({ field }) => field === name),
    homeless: said.filter(({ field }) => !shown.has(field)),
    set: (field, value) => {
      setChanged((before) => new Set(before).add(field));
      setMemory((before) => ({
        ...before,
        ...answer(state.tasks, before, field),
        at: Date.now(),
        draft: withField(before.draft, field, value),
      }));
    },
    leave: (field) => {
      setLeft((before) => (before.has(field) ? before : new Set(before).add(field)));
    },
    chooseModel: ({ model: id, other }) => {
      setLeft((before) => new Set([...before].filter((field) => field !== 'model')));
      setMemory((before) => ({
        ...before,
        otherModel: other,
        at: Date.now(),
        draft: { ...before.draft, model: id },
      }));
    },
    generate: () => {
      setAllShown(found.length > 0);
      // What is sent draws nothing: on its way to the host it would wait for that.
      if (found.length === 0) host.send({ type: 'generate', draft: draftFor(model, draft) });
      else setAttempts(attempts + 1);
    },
  };
}
