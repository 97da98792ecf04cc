import { after, half, onWire, order } from '../moments.mjs';

/**
 * Which of them a kill finds between its POST and the answer is chance: each ends as a file or as an entry. Three
 * orders, so that the service can tell them apart.
 */
const anyEnd = {
  orders: ['A pier', 'A gull', 'A buoy'].map((prompt) => order(1, prompt)),
  expected: { any: true },
};

const one = { 'fluxAssets.maxConcurrentTasks': 1 };

/** The kills while three pictures of one order are at different stages. */
export const severalPoints = [
  three(
    'three: a half download, one polled, one polled first',
    onWire('poll-arrived', { task: 2 }),
    {
      settings: { 'fluxAssets.maxConcurrentTasks': 2 },
      hold: [
        { wire: 'download-half', task: 0 },
        { wire: 'poll-arrived', task: 1 },
      ],
    },
  ),
  three('three: all accepted, none answered', onWire('create-accepted', { task: 2 }), {
    hold: [
      { wire: 'create-accepted', task: 0 },
      { wire: 'create-accepted', task: 1 },
    ],
    expected: { files: 0, told: ['unknown', 'unknown', 'unknown'] },
  }),
  three('three: the second running', after('journal', { phase: 'running', nth: 2 }), anyEnd),
  three('three: the second ready', after('journal', { phase: 'ready', nth: 2 }), anyEnd),
  three('three: the second name taken', after('link', { nth: 2 }), anyEnd),
  three('three: half of the second history line', half('history', { nth: 2 }), anyEnd),
  three('three: the third removed', after('removal', { nth: 3 })),
  three('one at a time: the first is polled', onWire('poll-arrived', { task: 0 }), {
    settings: one,
  }),
  three('one at a time: the second is downloaded', onWire('download-half', { task: 1 }), {
    settings: one,
  }),
  three('one at a time: the first accepted, not answered; later', onWire('create-accepted'), {
    settings: one,
    // So long its place is kept: the task may still be active at the service.
    laterMs: 10 * 60_000,
    expected: { files: 2, told: ['unknown'] },
  }),
];

function three(name, kill, more = {}) {
  return { name, kills: [kill], orders: [order(3)], ...more };
}
