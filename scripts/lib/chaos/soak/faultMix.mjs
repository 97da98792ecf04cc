/** What can happen to an exchange of any kind. */
const anywhere = [
  { kind: 'http', status: 402 },
  { kind: 'http', status: 403 },
  { kind: 'http', status: 429, retryAfter: 1 },
  { kind: 'http', status: 500 },
  { kind: 'http', status: 503 },
  { kind: 'not-json' },
  { kind: 'reset', when: 'before-body' },
  { kind: 'hang' },
  { kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere' },
];

/** Every kind of fault that the simulator knows, by what an exchange is about; `src/simulator/faults.ts`. */
const faults = {
  create: [
    ...anywhere,
    { kind: 'http', status: 422 },
    { kind: 'reset', when: 'after-body' },
    { kind: 'polling-url', url: 'https://poll.example/v1/get_result?id=1' },
    { kind: 'polling-url', url: null },
  ],
  poll: [
    ...anywhere,
    { kind: 'status', status: 'Error', details: { error: 'The generation failed.' } },
    { kind: 'status', status: 'Failed', httpStatus: 503 },
    { kind: 'status', status: 'Request Moderated' },
    { kind: 'status', status: 'Content Moderated' },
    { kind: 'status', status: 'Task not found' },
    { kind: 'status', status: 'Dreaming' },
    { kind: 'ready-without-sample' },
    { kind: 'sample', url: 'file:///etc/hostname' },
    { kind: 'sample', url: 'http://169.254.169.254/latest' },
  ],
  download: [
    ...anywhere,
    { kind: 'expired' },
    { kind: 'html' },
    { kind: 'truncated' },
    { kind: 'wrong-length' },
    { kind: 'slow', pieces: 10, pauseMs: 100 },
    { kind: 'oversized', bytes: 2 * 2 ** 20 },
    { kind: 'oversized', bytes: 2 * 2 ** 20, declared: true },
  ],
  credits: anywhere,
};

/** Those that only an answer with a result can have: the simulator draws them for such answers alone. */
const ofResults = ['ready-without-sample', 'sample'];

/**
 * Rules by which an exchange of any kind is hit with the probability `share`, by each of its faults alike. A poll's
 * answer with a result is hit a little more often, by those that only it can have. `literal`: each fault for itself
 * has the probability `share`.
 */
export function faultMix(share, { literal = false } = {}) {
  return Object.entries(faults).flatMap(([on, all]) => {
    const first = all.filter(({ kind }) => ofResults.includes(kind));
    const others = all.filter(({ kind }) => !ofResults.includes(kind));
    const part = share / all.length;
    const probabilities = literal
      ? all.map(() => share)
      : [...alike(first.length, part), ...alike(others.length, share / others.length)];
    return [...first, ...others].map((fault, index) => ({
      on,
      fault,
      probability: probabilities[index],
    }));
  });
}

/** How many kinds of faults there are for each kind of exchange. */
export function faultCounts() {
  return Object.fromEntries(Object.entries(faults).map(([on, all]) => [on, all.length]));
}

/** One rule after the other is asked: what the earlier ones left over is shared so that each gets `part` of the whole. */
function alike(count, part) {
  return Array.from({ length: count }, (_, index) => part / (1 - index * part));
}
