import { render } from 'preact';
import type { SpendingIntent, SpendingState } from '../../protocol/spending';
import { readBoot } from '../boot';
import { connectHost } from '../host';
import { LocalizerContext } from '../l10n';
import { App } from './app';

const { root, l10n } = readBoot();
const host = connectHost<SpendingState, SpendingIntent>();
host.onState((state) => {
  render(
    <LocalizerContext.Provider value={l10n}>
      <App state={state} host={host} />
    </LocalizerContext.Provider>,
    root,
  );
});
host.send({ type: 'ready' });
