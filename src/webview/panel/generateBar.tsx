import { fieldLabel } from '../../protocol/fieldLabels';
import type { TaskView } from '../../protocol/panel';
import { Button } from '../controls/button';
import { NumberInput } from '../controls/numberInput';
import { useL10n } from '../l10n';
import type { Form } from './useForm';
import { maxCount } from './validation';

interface GenerateBarProps {
  readonly form: Form;
  readonly tasks: readonly TaskView[];
  readonly onGenerate: () => void;
}

/** The one primary button and how often it counts, always in reach. */
export function GenerateBar({ form, tasks, onGenerate }: GenerateBarProps) {
  const l10n = useL10n();
  const running = tasks.filter(({ phase }) => phase !== 'failed').length;
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
        {l10n.t('Generate')}
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
