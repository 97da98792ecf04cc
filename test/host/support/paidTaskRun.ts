import { openCodecs } from '../../../src/codecs/codecs';
import type { CreatedTask } from '../../../src/core/api/client';
import type { DownloadOptions } from '../../../src/core/api/downloading';
import { modelOf } from '../../../src/core/api/models';
import { steadySchedule } from '../../../src/core/api/pollSchedule';
import { resolveProvider } from '../../../src/core/api/providers';
import type { JournalEntry } from '../../../src/core/tasks/journalEntry';
import type { TaskState } from '../../../src/core/tasks/task';
import { AssetWriter } from '../../../src/host/assets/assetWriter';
import { runPaidTask, type PaidTask, type PaidTaskPorts } from '../../../src/host/tasks/paidTask';
import { FakeClock } from '../../support/fakeClock';
import { journalEntry } from '../../support/journalEntry';
import { fakeJournal } from './fakeJournal';
import { freshFolder } from './flux';
import { noPlaceholders } from './noPlaceholders';

/** What the service answers to each step, unless a test says otherwise. */
export const created: CreatedTask = { id: 'task-1', cost: 3 };
export const timeoutMs = 300_000;
export const finished = { sample: 'https://delivery.bfl.ai/x', seed: 7, cost: 4.5 };

/** A client whose methods answer as told. */
export function fakeClient(methods: Partial<PaidTask['client']> = {}): PaidTask['client'] {
  return {
    create: () => Promise.resolve(created),
    poll: () => Promise.resolve(finished),
    download: deliver,
    ...methods,
  };
}

/** Puts a small PNG into the sink. */
export async function deliver(_task: unknown, _finished: unknown, { sink }: DownloadOptions) {
  const pixels = { width: 4, height: 4, data: new Uint8ClampedArray(64).fill(255) };
  await sink.append(new Uint8Array(await openCodecs().encode(pixels, 'png')));
}

/** Runs one task to its end; `task` and `ports` change what it runs with. */
export async function runTask(
  task: Partial<PaidTask> = {},
  ports: Partial<PaidTaskPorts> = {},
  state: JournalEntry['state'] = { phase: 'queued' },
) {
  const clock = new FakeClock();
  const journal = fakeJournal();
  const released: string[] = [];
  const phases: TaskState['phase'][] = [];
  const place = () => Promise.resolve(() => released.push('released'));
  const destination = { folder: freshFolder().toString() };
  const entry = journalEntry({ state, order: { destination, parameters: {} } });
  journal.write(entry);
  const log = { trace: say, debug: say, info: say, warn: say, error: say };
  const end = await runPaidTask(
    {
      journal,
      clock,
      log,
      queue: { enter: place, occupy: place },
      placeholders: noPlaceholders,
      paces: { begin: () => Promise.resolve({ schedule: steadySchedule, end: say }) },
      isClosing: () => false,
      writer: new AssetWriter(freshFolder(), (_name, work) => work()),
      unsavedFolder: freshFolder(),
      ...ports,
    },
    {
      entry,
      model: modelOf('flux-2-pro'),
      provider: resolveProvider('bfl', {
        exchangeRate: 4,
        custom: { baseUrl: '', authHeader: 'bearer', polling: 'get_result', rate: 1 },
      }),
      client: fakeClient(),
      isResumed: state.phase !== 'queued',
      parameters: {},
      references: () => Promise.resolve([]),
      timeoutMs,
      maxBytes: 1_000_000,
      signal: new AbortController().signal,
      onState: ({ phase }) => phases.push(phase),
      onSending: () => undefined,
      ...task,
    },
  );
  return { end, phases, released, journal, noted: journal.states.map((each) => each.state.phase) };
}

function say(): void {
  // Nobody reads it here.
}
