import { after, before, half, onePicture } from '../moments.mjs';

/** The kills while the picture and the history are written. */
export const filePoints = [
  onePicture('part: before it is made', before('part-open')),
  onePicture('part: made, empty', after('part-open')),
  onePicture('part: half of a piece written', half('part-write')),
  onePicture('part: a piece written', after('part-write')),
  onePicture('name: noted, not taken', before('link')),
  onePicture('name: taken', after('link')),
  onePicture('name: taken, before the part is removed', before('part-rm')),
  onePicture('name: taken, the part removed', after('part-rm')),
  onePicture('history: before its line', before('history')),
  onePicture('history: half of its line', half('history')),
  onePicture('history: after its line', after('history')),
  onePicture('queue: before the place is written', before('queue')),
  onePicture('queue: the place written', after('queue')),
  onePicture('queue: the lock held', after('lock')),
];
