import { after, before, half, onePicture, onWire, unknown } from '../moments.mjs';

const notSent = { ...unknown, posts: 0 };
const running = after('journal', { phase: 'running' });
const sending = after('journal', { phase: 'sending' });
const halfDownload = onWire('download-half');

/** The kills of windows that go on with what a killed one has left. */
export const repeatedPoints = [
  onePicture('twice: running, the lock for taking it over held', [running, after('lock')]),
  onePicture('twice: running, taking it over half written', [
    running,
    half('journal-draft', { phase: 'running' }),
  ]),
  onePicture('twice: running, taken over', [running, running]),
  onePicture('twice: half a download, half a download', [halfDownload, halfDownload]),
  onePicture('twice: the name taken, before saved is noted', [
    after('link'),
    before('journal', { phase: 'saved' }),
  ]),
  onePicture('twice: half a history line, half a history line', [half('history'), half('history')]),
  onePicture(
    'twice: sending, its end half written',
    [sending, half('journal-draft', { phase: 'ended' })],
    {
      expected: notSent,
    },
  ),
  onePicture('twice: sending, its end noted', [sending, after('journal', { phase: 'ended' })], {
    expected: notSent,
  }),
  onePicture(
    'twice: queued, then accepted and not answered',
    [after('journal', { phase: 'queued' }), onWire('create-accepted')],
    { expected: unknown },
  ),
  onePicture('three times: polled, half a download, the name taken', [
    onWire('poll-arrived'),
    halfDownload,
    after('link'),
  ]),
];
