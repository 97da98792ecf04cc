import { duration } from '../../steps.mjs';
import { mostActiveTasks } from './serviceLog.mjs';

/** So much more than after the first tasks an extension host may hold in the end. */
const mostMemory = 1.2;

/** The rows of a soak's table: what was counted, and how much of it, as texts. */
export function rowsOf({ counts, ...soak }) {
  return [
    ['tasks', counts.tasks],
    ['POSTs', soak.posts],
    ...Object.entries(soak.faults).map(([on, { exchanges, faults }]) => [
      `${on}: exchanges → gone wrong`,
      `${exchanges} → ${faults}`,
    ]),
    ['accepted', counts.accepted],
    ['charged in the end', counts.charged],
    ['saved', counts.saved],
    ...counts.told.map(([end, count]) => [`told: ${end}`, count]),
    ['saved after it was told otherwise', counts.savedLater],
    ['entries in the end', soak.entries],
    ['lost', counts.lost],
    ['paid twice', counts.paidTwice],
    ['sent twice', counts.sentTwice],
    ['untrue', counts.untrue.length],
    ['open in the end', soak.open + soak.places],
    ['left over', soak.left.length],
    ['most active at once', soak.mostActive],
    ['most places taken at once', soak.mostPlaces],
    ['POSTs beyond that', soak.tooMany],
    ...soak.memory.flatMap(({ name, first, last }) => [
      [`memory, ${name}`, `${megabytes(first.held)} → ${megabytes(last.held)} MB`],
      [`memory, ${name}, ratio`, ratioOf(first, last).toFixed(2)],
      [`resident, ${name}`, `${megabytes(first.rss)} → ${megabytes(last.rss)} MB`],
    ]),
    ['duration', duration(soak.ms)],
    ['seed', soak.seed],
  ].map(([what, count]) => [what, String(count)]);
}

/** What is wrong with a soak, a sentence each; none where all is as it should be. */
export function soakProblemsOf({ counts, mostActive, mostPlaces, open, places, left, memory }) {
  const tooMany = [
    [counts.lost, 'lost'],
    [counts.paidTwice, 'paid twice'],
    [counts.sentTwice, 'sent twice'],
    [open, 'entries open in the end'],
    [places, 'places taken in the end'],
  ].filter(([count]) => count > 0);
  const most = Math.max(mostActive, mostPlaces);
  return [
    ...tooMany.map(([count, what]) => `${count} ${what}`),
    ...counts.untrue,
    ...left.map((name) => `left over: ${name}`),
    ...(most > mostActiveTasks ? [`${most} tasks were active at once`] : []),
    ...memory
      .filter(({ first, last }) => !(ratioOf(first, last) <= mostMemory))
      .map(
        ({ name, first, last }) => `${name} holds ${ratioOf(first, last).toFixed(2)} times as much`,
      ),
  ];
}

function ratioOf(first, last) {
  return last.held / first.held;
}

function megabytes(bytes) {
  return (bytes / 2 ** 20).toFixed(1);
}
