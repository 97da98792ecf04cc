import { render, type ComponentType } from 'preact';
import { readBoot } from './boot';
import { connectHost, type Host } from './host';
import { LocalizerContext } from './l10n';

/** What is asked of the host when a page has been loaded. */
interface ReadyIntent {
  readonly type: 'ready';
}

/** Draws a page with each of its states that the host tells, and asks for the first. To be called once per page. */
export function startPage<State extends object, Intent>(
  App: ComponentType<{ readonly state: State; readonly host: Host<State, Intent | ReadyIntent> }>,
): void {
  const { root, l10n } = readBoot();
  const host = connectHost<State, Intent | ReadyIntent>();
  host.onState((state) => {
    render(
      <LocalizerContext.Provider value={l10n}>
        <App state={state} host={host} />
      </LocalizerContext.Provider>,
      root,
    );
  });
  host.send({ type: 'ready' });
}
