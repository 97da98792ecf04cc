import { fieldLabel } from '../../protocol/fieldLabels';
import type { PanelState } from '../../protocol/panel';
import { priceWords } from '../../protocol/priceWords';
import { Button } from '../controls/button';
import { NumberInput } from '../controls/numberInput';
import { useL10n } from '../l10n';
import { draftEstimate } from './draftEstimate';
import type { Form } from './useForm';
import { maxCount } from './validation';

interface GenerateBarProps {
  readonly form: Form;
  readonly state: PanelState;
  readonly onGenerate: () => void;
}

/** The one primary button with its price, and how often it counts, always in reach. */
export function GenerateBar({ form, state, onGenerate }: GenerateBarProps) {
  const l10n = useL10n();
  const running = state.tasks.filter(({ phase }) => phase !== 'failed').length;
  return (
    <div class="generate-bar">
      {form.homeless.length > 0 && (
        <div class="problem">
          {form.homeless.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <Button
        kind="primary"
        onClick={(event) => {
          // The second half of a double click would pay a second time.
          if (event.detail <= 1) onGenerate();
        }}
      >
        {l10n.t('Generate')} ·{' '}
        <span class="price">{priceWords(draftEstimate(form, state), l10n)}</span>
      </Button>
      <NumberInput
        id="field-count"
        label={fieldLabel('count', l10n)}
        value={form.draft.count}
        min={1}
        max={maxCount}
        step={1}
        start={1}
        problems={form.problems('count')}
        onInput={(value) => {
          form.set('count', value);
        }}
        onLeave={() => {
          form.leave('count');
        }}
      />
      {running > 0 && (
        <span class="hint">
          {running === 1
            ? l10n.t('One image is under way')
            : l10n.t('{0} images are under way', running)}
        </span>
      )}
    </div>
  );
}
