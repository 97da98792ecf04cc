import type { ModelFamily } from '../../core/api/model';
import { modelsAt, type ListedModel } from '../../core/api/models';
import { dialectOf, type ProviderId } from '../../core/api/provider';
import { fieldLabel } from '../../protocol/fieldLabels';
import type { Localizer } from '../../protocol/localizer';
import type { PanelState } from '../../protocol/panel';
import { SelectInput } from '../controls/selectInput';
import { TextInput } from '../controls/textInput';
import { useL10n } from '../l10n';
import type { Form } from './useForm';

const other = 'other';

interface ModelSelectProps {
  readonly form: Form;
  readonly state: PanelState;
}

/** The provider's models, and a field for an id that the catalogue does not know. */
export function ModelSelect({ form, state }: ModelSelectProps) {
  const l10n = useL10n();
  const { draft, model, otherModel } = form;
  const problems = otherModel ? [] : form.problems('model');
  return (
    <>
      <SelectInput
        id="field-model"
        label={fieldLabel('model', l10n)}
        hint={otherModel ? undefined : l10n.t(model.purpose)}
        value={otherModel ? other : draft.model}
        problems={problems}
        onInput={(value) => {
          form.chooseModel({ model: value === other ? '' : value, other: value === other });
        }}
        onLeave={() => undefined}
      >
        {groups(state.provider, l10n).map(({ label, listed }) => (
          <optgroup key={label} label={label}>
            {listed.map((one) => (
              <option key={one.model.id} value={one.model.id}>
                {one.confirmed
                  ? one.model.label
                  : l10n.t('{0} (not confirmed on this service)', one.model.label)}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={other}>{l10n.t('Other model…')}</option>
      </SelectInput>
      {otherModel && (
        <TextInput
          id="field-endpoint"
          label={l10n.t('Endpoint')}
          hint={l10n.t('The id in the address, sent in the shape of FLUX.2.')}
          placeholder="flux-2-pro"
          value={draft.model}
          problems={form.problems('model')}
          onInput={(value) => {
            form.set('model', value);
          }}
          onLeave={() => {
            form.leave('model');
          }}
        />
      )}
    </>
  );
}

interface Group {
  readonly label: string;
  readonly listed: readonly ListedModel[];
}

function groups(provider: ProviderId, l10n: Localizer): readonly Group[] {
  const found = new Map<string, ListedModel[]>();
  for (const one of modelsAt(provider)) {
    const label = groupLabel(one, provider, l10n);
    found.set(label, [...(found.get(label) ?? []), one]);
  }
  return [...found].map(([label, listed]) => ({ label, listed }));
}

/** At the relay it matters more what its page lists than what a model is for. */
function groupLabel({ model, confirmed }: ListedModel, provider: ProviderId, l10n: Localizer) {
  if (dialectOf(provider) === 'source') return familyLabel(model.family, l10n);
  return confirmed
    ? l10n.t('Listed on the service’s page')
    : l10n.t('Not confirmed on this service');
}

function familyLabel(family: ModelFamily, l10n: Localizer): string {
  switch (family) {
    case 'flux-2':
    case 'flux-2-flex':
    case 'flux-2-klein':
      return 'FLUX.2';
    case 'flux-3':
      return 'FLUX 3';
    case 'kontext':
      return 'FLUX.1 Kontext';
    case 'flux-1':
    case 'ultra':
      return 'FLUX.1';
    case 'fill':
    case 'expand':
    case 'outpainting':
    case 'erase':
    case 'deblur':
      return l10n.t('Editing tools');
  }
}
