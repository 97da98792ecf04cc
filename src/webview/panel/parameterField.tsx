import type { FlagParameter, Parameter } from '../../core/api/model';
import { dialectOf } from '../../core/api/provider';
import { fieldLabel } from '../../protocol/fieldLabels';
import type { PanelState } from '../../protocol/panel';
import { Checkbox } from '../controls/checkbox';
import { NumberInput } from '../controls/numberInput';
import { useL10n } from '../l10n';
import { ChoiceField } from './choiceField';
import { limitsHint, meaningHint } from './hints';
import { numberPlaceholder, startOf, stepOf } from './numberParameter';
import { RatioField } from './ratioField';
import type { Form } from './useForm';

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly form: Form;
  readonly state: PanelState;
}

/** One of the model's fields, in the control that its kind asks for. */
export function ParameterField({ parameter, form, state }: ParameterFieldProps) {
  const l10n = useL10n();
  const { name } = parameter;
  const dialect = dialectOf(state.provider);
  const value = form.draft.values[name];
  const problems = form.problems(name);
  // A problem names the limit that counts; the whole range beside it would say it twice.
  const limits = problems.length === 0 ? limitsHint(parameter, dialect, l10n) : undefined;
  const field = {
    id: `field-${name}`,
    label: fieldLabel(name, l10n),
    hint: meaningHint(parameter, l10n) ?? limits,
    problems,
    onInput: (text: string) => {
      form.set(name, text);
    },
    onLeave: () => {
      form.leave(name);
    },
  };
  const text = typeof value === 'string' ? value : '';
  switch (parameter.kind) {
    case 'flag':
      return (
        <Checkbox
          {...field}
          checked={typeof value === 'boolean' ? value : shownDefault(parameter)}
          onToggle={(checked) => {
            form.set(name, checked);
          }}
        />
      );
    case 'choice':
      return (
        <ChoiceField {...field} parameter={parameter} value={text} form={form} state={state} />
      );
    case 'ratio':
      return <RatioField {...field} parameter={parameter} value={text} dialect={dialect} />;
    case 'integer':
    case 'number':
      return (
        <NumberInput
          {...field}
          value={text}
          placeholder={numberPlaceholder(parameter, l10n)}
          min={parameter.min}
          max={parameter.max}
          step={stepOf(parameter, dialect)}
          start={startOf(parameter)}
          decimal={parameter.kind === 'number'}
        />
      );
  }
}

/** A switch that is shown the other way round starts the other way round. */
function shownDefault(parameter: FlagParameter): boolean {
  return parameter.inverse === true ? !parameter.default : parameter.default;
}
