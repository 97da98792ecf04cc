import type { PanelIntent, PanelState } from '../../protocol/panel';
import { Button } from '../controls/button';
import { useL10n } from '../l10n';

interface KeyButtonsProps {
  readonly state: PanelState;
  readonly send: (intent: PanelIntent) => void;
}

/** The way to the chosen provider's key, once nothing else on the panel leads there. */
export function KeyButtons({ state, send }: KeyButtonsProps) {
  const l10n = useL10n();
  if (state.provider === 'demo') return null;
  const ready = state.providers.some(({ id, ready }) => id === state.provider && ready);
  const offered = isKeyOffered(state);
  if (!ready && offered) return null;
  return (
    <div class="line">
      {!offered && (
        <Button
          kind="link"
          onClick={() => {
            send({ type: 'setApiKey' });
          }}
        >
          {l10n.t('Set API Key')}
        </Button>
      )}
      {ready && (
        <Button
          kind="link"
          onClick={() => {
            send({ type: 'removeApiKey' });
          }}
        >
          {l10n.t('Remove API Key')}
        </Button>
      )}
    </div>
  );
}

/** Whether the notice or a failed task has the button already: two of one name would be one too many. */
function isKeyOffered({ notice, tasks }: PanelState): boolean {
  return [notice?.action, ...tasks.flatMap(({ failure }) => failure?.actions ?? [])].some(
    (action) => action?.intent.type === 'setApiKey',
  );
}
