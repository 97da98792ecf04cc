import { estimateOf, type Estimate } from '../../core/money/estimate';
import { parametersFromDraft } from '../../core/api/request';
import type { PanelState } from '../../protocol/panel';
import type { Form } from './useForm';

/** What Generate would cost now, whatever stands in the fields. */
export function draftEstimate(
  { draft, model }: Pick<Form, 'draft' | 'model'>,
  { provider, money, references }: Pick<PanelState, 'provider' | 'money' | 'references'>,
): Estimate {
  return estimateOf({
    model,
    provider: { id: provider, money },
    parameters: parametersFromDraft(model, draft.values),
    references: references.map(({ size }) => size),
    count: Number(draft.count),
  });
}
