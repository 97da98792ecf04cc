import type { AssetView, PanelIntent } from '../../protocol/panel';
import { useL10n } from '../l10n';
import { memo } from '../memo';
import { ResultCard } from './resultCard';

interface ResultGridProps {
  readonly results: readonly AssetView[];
  /** Whether the history holds older ones. */
  readonly more: boolean;
  readonly send: (intent: PanelIntent) => void;
}

/** The saved pictures, newest first. */
export const ResultGrid = memo(function ResultGrid({ results, more, send }: ResultGridProps) {
  const l10n = useL10n();
  return (
    <section class="results" aria-label={l10n.t('Results')}>
      <h2 aria-hidden="true">{l10n.t('Results')}</h2>
      {results.length === 0 ? (
        <p class="empty">{l10n.t('Your pictures will appear here, saved in the assets folder.')}</p>
      ) : (
        <ul role="list">
          {results.map((asset) => (
            <li key={asset.id}>
              <ResultCard asset={asset} send={send} />
            </li>
          ))}
        </ul>
      )}
      {more && <p class="hint">{l10n.t('Older pictures are in the history.')}</p>}
    </section>
  );
});
