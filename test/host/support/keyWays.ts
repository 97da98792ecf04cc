import type { FailureCode } from '../../../src/core/api/failure';
import type { FaultRule } from '../../../src/simulator/faults';

/** Where things are while a cell of the table of keys runs. */
export interface KeyPlaces {
  /** Port of the provider's own service. */
  readonly own: number;
  /** Port of the foreign host. */
  readonly foreign: number;
  readonly key: string;
}

/** A row of the table of keys: one way in which a foreign host, or a file of ours, could get to see a key. */
export interface KeyWay {
  readonly name: string;
  /** What is asked of the service; by default a picture. */
  readonly asks?: 'balance';
  readonly faults: (places: KeyPlaces) => readonly FaultRule[];
  /** Whether the foreign host is asked for something, without the key. */
  readonly reaches: boolean;
  /** What has to come of it, so that nothing is shown by nothing having happened. */
  readonly ends: 'saved' | FailureCode;
}

const id = 'task-1';

function pollingUrl(name: string, url: (places: KeyPlaces) => string): KeyWay {
  return {
    name: `polling_url ${name}`,
    faults: (places) => [{ on: 'create', fault: { kind: 'polling-url', url: url(places) } }],
    reaches: false,
    ends: 'saved',
  };
}

/** Addresses that only look like the provider's. */
const pollingUrls: readonly KeyWay[] = [
  pollingUrl('on another port', ({ foreign }) => `http://127.0.0.1:${foreign}/v1/get_result?id=1`),
  pollingUrl('at another name', ({ foreign }) => `http://localhost:${foreign}/v1/get_result?id=1`),
  pollingUrl('over https', ({ foreign }) => `https://127.0.0.1:${foreign}/v1/get_result?id=1`),
  pollingUrl(
    'with the provider’s host as user',
    ({ own, foreign }) => `http://127.0.0.1:${own}@127.0.0.1:${foreign}/v1/get_result?id=1`,
  ),
  pollingUrl(
    'with the provider’s host after a backslash',
    ({ own, foreign }) => `http://127.0.0.1:${foreign}\\@127.0.0.1:${own}/v1/get_result?id=1`,
  ),
  pollingUrl('with the provider’s name in front', ({ foreign }) => {
    return `http://api.bfl.ai.localhost:${foreign}/v1/get_result?id=1`;
  }),
  pollingUrl('in capitals', ({ foreign }) => `HTTP://LOCALHOST:${foreign}/v1/get_result?id=1`),
  pollingUrl('with a trailing dot', ({ foreign }) => `http://localhost.:${foreign}/v1/x?id=1`),
  pollingUrl('without a scheme', ({ foreign }) => `//127.0.0.1:${foreign}/v1/get_result?id=1`),
  pollingUrl('that is a file', () => 'file:///etc/passwd'),
  pollingUrl('with the key in it', ({ foreign, key }) => {
    return `http://127.0.0.1:${foreign}/v1/get_result?id=1&key=${encodeURIComponent(key)}`;
  }),
];

/** An answer of the API that leads elsewhere; what is asked with the key is not asked there. */
const redirects: readonly KeyWay[] = (['create', 'poll', 'credits'] as const).flatMap((on) =>
  [301, 302, 307, 308].map((status): KeyWay => {
    const host = status === 302 ? 'localhost' : '127.0.0.1';
    return {
      name: `${status} of ${on} to ${host === 'localhost' ? 'another name' : 'another port'}`,
      ...(on === 'credits' && { asks: 'balance' }),
      faults: ({ foreign }) => {
        const location = `http://${host}:${foreign}/v1/${on}`;
        return [{ on, fault: { kind: 'redirect', status, location } }];
      },
      reaches: false,
      ends: 'server',
    };
  }),
);

function sample(name: string, more: Pick<KeyWay, 'reaches' | 'ends'>, url: UrlAt): KeyWay {
  return {
    name: `sample ${name}`,
    faults: (places) => [{ on: 'poll', fault: { kind: 'sample', url: url(places) } }],
    ...more,
  };
}

type UrlAt = (places: KeyPlaces) => string;

function download(name: string, more: Pick<KeyWay, 'reaches' | 'ends'>, url: UrlAt): KeyWay {
  return {
    name: `download redirected ${name}`,
    faults: (places) => [{ on: 'download', fault: { kind: 'redirect', location: url(places) } }],
    ...more,
  };
}

const fetched = { reaches: true, ends: 'saved' } as const;
const refused = { reaches: false, ends: 'bad-image' } as const;

/** Hosts that a service on this machine must not lead to either; all their spellings are in trust.test.ts. */
const privateHosts = [
  'http://169.254.169.254',
  'https://0xA9FEA9FE',
  'https://10.1.2.3',
  'https://[fe80::1]',
  'https://[::ffff:169.254.169.254]',
  'https://metadata.google.internal',
];

/** Where results lie: the hosts change, so foreign ones are asked, but never with the key. */
const downloads: readonly KeyWay[] = [
  ...['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '0177.0.0.1', '127.1'].map((host) =>
    sample(`at ${host}`, fetched, ({ foreign }) => `http://${host}:${foreign}/picture.png`),
  ),
  sample('with a tag that is the key', fetched, ({ foreign }) => {
    return `http://127.0.0.1:${foreign}/tagged.png`;
  }),
  sample('at the API itself', { reaches: false, ends: 'result-expired' }, ({ own }) => {
    return `http://127.0.0.1:${own}/v1/nothing.png`;
  }),
  sample('with the key in it', refused, ({ foreign, key }) => {
    return `http://127.0.0.1:${foreign}/picture.png?key=${encodeURIComponent(key)}`;
  }),
  sample('with credentials', refused, ({ foreign }) => {
    return `http://user:pw@127.0.0.1:${foreign}/picture.png`;
  }),
  sample('that is a file', refused, () => 'file:///etc/passwd'),
  sample('at localhost with a dot', refused, ({ foreign }) => `http://localhost.:${foreign}/p.png`),
  ...privateHosts.map((host) => sample(`at ${host}`, refused, () => `${host}/picture.png`)),
  download('to a foreign host', fetched, ({ foreign }) => `http://localhost:${foreign}/picture`),
  download('with the key in it', refused, ({ foreign, key }) => {
    return `http://127.0.0.1:${foreign}/picture.png?${key}`;
  }),
  download('to a file', refused, () => 'file:///etc/passwd'),
  ...privateHosts
    .slice(0, 3)
    .map((host) => download(`to ${host}`, refused, () => `${host}/picture.png`)),
];

function said(name: string, ends: KeyWay['ends'], faults: KeyWay['faults']): KeyWay {
  return { name: `the key said back in ${name}`, faults, reaches: false, ends };
}

/** A service that repeats the key, where files, pages and logs would take it over. */
const echoes: readonly KeyWay[] = [
  said('a refusal', 'auth', ({ key }) => [
    {
      on: 'create',
      fault: { kind: 'http', status: 401, body: { detail: `Incorrect key ${key}.` } },
    },
  ]),
  said('a 422’s fields', 'invalid-request', ({ key }) => {
    const detail = [{ loc: ['header', key], msg: `${key} is no key` }];
    return [{ on: 'create', fault: { kind: 'http', status: 422, body: { detail } } }];
  }),
  said('JSON with escapes', 'invalid-request', ({ key }) => {
    const escaped = key.replace('h', '\\u0068').replace('/', '\\/');
    const body = `{"message":"no such key: ${escaped}"}`;
    return [{ on: 'create', fault: { kind: 'not-json', status: 400, body } }];
  }),
  said('plain text', 'server', ({ key }) => [
    { on: 'create', fault: { kind: 'not-json', status: 500, body: `Bad key ${key}` } },
  ]),
  said('what is no JSON', 'server', ({ key }) => [
    { on: 'create', fault: { kind: 'not-json', status: 200, body: `<b>${key}</b>` } },
  ]),
  said('a poll’s refusal', 'auth', ({ key }) => [
    { on: 'poll', fault: { kind: 'http', status: 403, body: { error: { message: key } } } },
  ]),
  said('a failed task’s details', 'task-failed', ({ key }) => [
    { on: 'poll', fault: { kind: 'status', status: 'Error', details: { [key]: `${key}!` } } },
  ]),
  said('a status', 'saved', ({ key }) => [
    { on: 'poll', times: 1, fault: { kind: 'status', status: `Thinking of ${key}` } },
  ]),
  {
    ...said('the balance’s refusal', 'auth', ({ key }) => [
      { on: 'credits', fault: { kind: 'http', status: 403, body: { detail: key } } },
    ]),
    asks: 'balance',
  },
  {
    ...said('id, polling_url and prompt', 'saved', ({ own, foreign, key }) => {
      const url = `http://127.0.0.1:${own}/v1/get_result?id=${id}&key=${key}`;
      const taken = { id: `${id}-${key}`, polling_url: url };
      const result = { sample: `http://127.0.0.1:${foreign}/picture.png`, prompt: `A ${key}` };
      const ready = { id, status: 'Ready', result };
      return [
        { on: 'create', fault: { kind: 'http', status: 200, body: taken } },
        { on: 'poll', fault: { kind: 'http', status: 200, body: ready } },
      ];
    }),
    reaches: true,
  },
];

/** All rows. */
export const keyWays: readonly KeyWay[] = [...pollingUrls, ...redirects, ...downloads, ...echoes];
