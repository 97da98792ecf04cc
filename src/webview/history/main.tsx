import { render } from 'preact';
import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { readBoot } from '../boot';
import { connectHost } from '../host';
import { LocalizerContext } from '../l10n';
import { App } from './app';

const { root, l10n } = readBoot();
const host = connectHost<HistoryState, HistoryIntent>();
host.onState((state) => {
  render(
    <LocalizerContext.Provider value={l10n}>
      <App state={state} host={host} />
    </LocalizerContext.Provider>,
    root,
  );
});
host.send({ type: 'ready' });
