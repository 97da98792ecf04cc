import type { Parameter } from '../../core/api/model';
import type { PanelState } from '../../protocol/panel';
import { SelectInput } from '../controls/selectInput';
import { useL10n } from '../l10n';
import { ParameterField } from './parameterField';
import { sizeNotes } from './sizeNotes';
import { fittingPresets, presetLabel } from './sizes';
import type { Form } from './useForm';

interface SizeFieldsProps {
  readonly form: Form;
  readonly sizes: readonly Parameter[];
  readonly state: PanelState;
}

/** Width and height, sizes that are often wanted, and what the chosen one comes to. */
export function SizeFields({ form, sizes, state }: SizeFieldsProps) {
  const l10n = useL10n();
  const { width = '', height = '' } = form.draft.values;
  const automatic = width === '' && height === '';
  const presets = fittingPresets(form.model);
  const current = presets.find(
    (preset) => String(preset.width) === width && String(preset.height) === height,
  );
  const notes = sizeNotes(form, state, l10n);
  return (
    <>
      <SelectInput
        id="field-size"
        label={l10n.t('Size preset')}
        class="size-preset"
        value={current?.id ?? (automatic ? '' : 'custom')}
        problems={[]}
        onInput={(id) => {
          const chosen = presets.find((preset) => preset.id === id);
          if (chosen === undefined && id !== '') return;
          form.set('width', chosen === undefined ? '' : String(chosen.width));
          form.set('height', chosen === undefined ? '' : String(chosen.height));
        }}
        onLeave={() => undefined}
      >
        <option value="">
          {sizes.some((size) => 'required' in size)
            ? l10n.t('Choose a size…')
            : l10n.t('Automatic')}
        </option>
        {presets.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {presetLabel(preset, l10n)}
          </option>
        ))}
        {current === undefined && !automatic && (
          <option value="custom">{l10n.t('As entered')}</option>
        )}
      </SelectInput>
      {sizes.map((parameter) => (
        <ParameterField key={parameter.name} parameter={parameter} form={form} state={state} />
      ))}
      {notes.length > 0 && (
        <div class="hint wide" role="note">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </>
  );
}
