import { onePicture, onWire, unknown } from '../moments.mjs';

const pollingUrl = { 'fluxAssets.custom.polling': 'polling_url' };
const slowTask = [{ on: 'poll', times: 3, fault: { kind: 'status', status: 'Pending' } }];

/** The kills during the exchanges with the service. */
export const wirePoints = [
  onePicture('POST: arrived, its body not read', onWire('create-arrived'), { expected: unknown }),
  onePicture('POST: read, refused afterwards', onWire('create-read'), {
    faults: [{ on: 'create', times: 1, fault: { kind: 'http', status: 503 } }],
    expected: unknown,
  }),
  onePicture('POST: read, accepted afterwards', onWire('create-read'), { expected: unknown }),
  onePicture('POST: accepted, not answered', onWire('create-accepted'), { expected: unknown }),
  onePicture('poll: the first', onWire('poll-arrived'), { faults: slowTask }),
  onePicture('poll: the third', onWire('poll-arrived', { nth: 3 }), { faults: slowTask }),
  onePicture('poll at polling_url: the first', onWire('poll-arrived'), {
    faults: slowTask,
    settings: pollingUrl,
  }),
  onePicture('poll at polling_url: the third', onWire('poll-arrived', { nth: 3 }), {
    faults: slowTask,
    settings: pollingUrl,
  }),
  onePicture('download: before the first byte', onWire('download-arrived')),
  onePicture('download: half sent', onWire('download-half')),
  onePicture('download: the last byte sent', onWire('download-sent')),
];
