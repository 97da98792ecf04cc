import { useEffect, useState } from 'preact/hooks';
import type { SpendingIntent, SpendingState } from '../../protocol/spending';
import { Button } from '../controls/button';
import type { Host } from '../host';
import { useL10n } from '../l10n';
import { Account } from './account';
import { viewOf } from './view';

interface AppProps {
  readonly state: SpendingState;
  readonly host: Host<SpendingState, SpendingIntent>;
}

/** The spending page: what pictures have cost, by time, model and workspace, and every task of it. */
export function App({ state, host }: AppProps) {
  const l10n = useL10n();
  const [view, setView] = useState(() => viewOf(host.getSaved()));
  useEffect(() => {
    host.setSaved(view);
  }, [view]);

  if (state.kind === 'unreadable') {
    return (
      <main class="spending alone">
        <p role="alert">{l10n.t('What was spent could not be read: {0}', state.reason)}</p>
        <Button
          onClick={() => {
            host.send({ type: 'refresh' });
          }}
        >
          {l10n.t('Try Again')}
        </Button>
      </main>
    );
  }
  const { accounts, timeZone } = state;
  const account = accounts.find(({ currency }) => currency === view.currency) ?? accounts[0];
  if (account === undefined) {
    return (
      <main class="spending alone">
        <p>
          {l10n.t('Nothing spent yet. What each picture costs is listed here; demo ones are free.')}
        </p>
        <Button
          kind="primary"
          onClick={() => {
            host.send({ type: 'openPanel' });
          }}
        >
          {l10n.t('Open Image Generator')}
        </Button>
      </main>
    );
  }
  return (
    <Account
      account={account}
      currencies={accounts.map(({ currency }) => currency)}
      timeZone={timeZone}
      view={view}
      onView={(changes) => {
        setView((before) => ({ ...before, ...changes }));
      }}
      send={host.send}
    />
  );
}
