import { fieldLabel } from '../../protocol/fieldLabels';
import { FieldFrame, fieldAria } from '../controls/field';
import { useL10n } from '../l10n';
import type { Form } from './useForm';

/** The prompt, as high as its text. */
export function PromptField({ form }: { readonly form: Form }) {
  const l10n = useL10n();
  const field = {
    id: 'field-prompt',
    label: fieldLabel('prompt', l10n),
    hint: form.model.prompt === 'optional' ? l10n.t('This model can do without one.') : undefined,
    problems: form.problems('prompt'),
    onInput: (value: string) => {
      form.set('prompt', value);
    },
    onLeave: () => {
      form.leave('prompt');
    },
  };
  return (
    <FieldFrame class="wide" {...field}>
      <textarea
        class="input prompt"
        rows={4}
        {...fieldAria(field)}
        value={form.draft.prompt}
        placeholder={l10n.t('What should be in the picture? Subject, action, style, light')}
        onInput={(event) => {
          field.onInput(event.currentTarget.value);
        }}
        onBlur={field.onLeave}
      />
    </FieldFrame>
  );
}
