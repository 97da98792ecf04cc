import type { ProviderId } from '../../core/api/provider';
import type { PanelIntent, PanelState } from '../../protocol/panel';
import { SelectInput } from '../controls/selectInput';
import { useL10n } from '../l10n';
import { KeyButtons } from './keyButtons';

interface ProviderSelectProps {
  readonly state: PanelState;
  readonly send: (intent: PanelIntent) => void;
}

/** Who makes the pictures. The choice is a setting, so the host changes it and answers with a new state. */
export function ProviderSelect({ state, send }: ProviderSelectProps) {
  const l10n = useL10n();
  return (
    <div class="provider">
      <SelectInput
        id="field-provider"
        label={l10n.t('Provider')}
        value={state.provider}
        problems={[]}
        onInput={(value) => {
          send({ type: 'selectProvider', provider: value as ProviderId });
        }}
        onLeave={() => undefined}
      >
        {state.providers.map(({ id, label, ready }) => (
          <option key={id} value={id}>
            {ready ? label : l10n.t('{0} (no API key yet)', label)}
          </option>
        ))}
      </SelectInput>
      <KeyButtons state={state} send={send} />
    </div>
  );
}
