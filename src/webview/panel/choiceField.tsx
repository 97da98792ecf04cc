import type { ChoiceParameter } from '../../core/api/model';
import type { Localizer } from '../../protocol/localizer';
import type { PanelState } from '../../protocol/panel';
import type { FieldProps } from '../controls/field';
import { SelectInput } from '../controls/selectInput';
import { useL10n } from '../l10n';
import type { Form } from './useForm';

interface ChoiceFieldProps extends FieldProps {
  readonly parameter: ChoiceParameter;
  readonly value: string;
  readonly form: Form;
  readonly state: PanelState;
}

/** One of a few values; the first entry leaves the choice to the settings or the service. */
export function ChoiceField({ parameter, value, form, state, ...field }: ChoiceFieldProps) {
  const l10n = useL10n();
  const { values } = parameter;
  const standard = standardOf(parameter, form, state);
  return (
    <SelectInput {...field} value={value}>
      <option value="">
        {standard === undefined
          ? l10n.t('Automatic')
          : l10n.t('Default ({0})', valueLabel(standard, l10n))}
      </option>
      {(value === '' || values.includes(value) ? values : [...values, value]).map((one) => (
        <option key={one} value={one}>
          {valueLabel(one, l10n)}
        </option>
      ))}
    </SelectInput>
  );
}

/** What an unset choice comes to. */
function standardOf(parameter: ChoiceParameter, form: Form, state: PanelState): string | undefined {
  if (parameter.name !== 'output_format') return parameter.default;
  return state.defaultFormat === 'auto' ? form.model.defaultFormat : state.defaultFormat;
}

function valueLabel(value: string, l10n: Localizer): string {
  switch (value) {
    case 'jpeg':
    case 'png':
      return value.toUpperCase();
    case 'webp':
      return 'WebP';
    case 'auto':
      return l10n.t('automatic');
    case 'high':
      return l10n.t('high quality');
    case 'fast':
      return l10n.t('fast');
    default:
      return value;
  }
}
