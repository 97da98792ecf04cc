import type { PanelIntent, PanelState } from '../../protocol/panel';
import type { Host } from '../host';
import { Announcer } from './announcer';
import { NoticeLine } from './noticeLine';
import { RequestForm } from './requestForm';
import { ResultGrid } from './resultGrid';
import { TaskList } from './taskList';
import { useForm } from './useForm';

interface AppProps {
  readonly state: PanelState;
  readonly host: Host<PanelState, PanelIntent>;
}

/** The generator panel: what to make on one side, what is being and was made on the other. */
export function App({ state, host }: AppProps) {
  const form = useForm(state, host);
  const { send } = host;
  return (
    <main class="panel">
      {state.notice !== undefined && <NoticeLine notice={state.notice} send={send} />}
      <div class="columns">
        <RequestForm form={form} state={state} send={send} />
        <div class="outcome">
          {state.tasks.length > 0 && <TaskList tasks={state.tasks} send={send} />}
          <ResultGrid results={state.results} more={state.moreInHistory === true} send={send} />
        </div>
      </div>
      <Announcer tasks={state.tasks} results={state.results} />
    </main>
  );
}
