import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/core/api/transport';
import { settled } from '../../support/fakeClock';
import type { FakeAnswer, Step } from '../../support/fakeTransport';
import { failureOf, key, testClient } from '../../support/fluxClient';
import { MemorySink } from '../../support/memorySink';
import { download, picture, sample, task, whole } from '../../support/readyTask';

const freshSample = 'https://delivery-eu2.bfl.ai/results/a.png?sig=fresh';
const freshPoll: FakeAnswer = { body: { status: 'Ready', result: { sample: freshSample } } };

type Script = Parameters<typeof testClient>[0];

/** Answers polls and downloads from two scripts. */
function byHost(polls: Step, ...downloads: Step[]): Script {
  let index = 0;
  return ({ url }: HttpRequest) => {
    if (url.includes('/get_result')) return polls;
    const step = downloads[Math.min(index++, downloads.length - 1)];
    return step ?? { status: 500 };
  };
}

const paid = { charged: 'yes', taskId: 'task-1' };

describe('a link that is refused', () => {
  const refused = { ...paid, code: 'bad-image', detail: 'refused-link' };

  it.each([
    'file:///etc/passwd',
    'http://delivery-eu2.bfl.ai/a.png',
    'https://169.254.169.254/latest',
    'http://127.0.0.1:80/a.png',
    'ftp://delivery.bfl.ai/a.png',
    'a.png',
  ])('%s', async (link) => {
    const { answer, requests } = download([whole], { sample: link });
    expect(await failureOf(answer)).toEqual(refused);
    expect(requests).toHaveLength(0);
  });

  it.each([
    'http://delivery-eu2.bfl.ai/a.png',
    'https://10.0.0.1/a.png',
    'file:///etc/passwd',
    'https://[',
  ])('as the end of a redirect: %s', async (location) => {
    const { answer, requests } = download([{ status: 302, headers: { location } }, whole]);
    expect(await failureOf(answer)).toEqual(refused);
    expect(requests).toHaveLength(1);
  });

  it('of more than three redirects', async () => {
    const hop = (location: string) => ({ status: 307, headers: { location } });
    const good = download([hop('/1'), hop('https://a.example.com/2'), hop('3'), whole]);
    expect(await good.answer).toEqual(picture);
    expect(good.requests.map(({ url }) => url)).toEqual([
      sample,
      'https://delivery-eu2.bfl.ai/1',
      'https://a.example.com/2',
      'https://a.example.com/3',
    ]);
    const endless = download([hop('/again')]);
    expect(await failureOf(endless.answer)).toEqual(refused);
    expect(endless.requests).toHaveLength(4);
  });
});

describe('a dead link', () => {
  it.each([400, 401, 403, 404, 410])('HTTP %s: a fresh poll gives a fresh one', async (status) => {
    const { answer, requests } = download(byHost(freshPoll, { status }, whole));
    expect(await answer).toEqual(picture);
    expect(requests.map(({ url }) => url)).toEqual([sample, task.pollingUrl, freshSample]);
    expect(requests[1]?.headers).toMatchObject({ 'x-key': key });
  });

  it('that says so itself is not tried', async () => {
    const expired = `${sample}&se=2025-12-31T23%3A59%3A59Z`;
    const { answer, requests } = download(byHost(freshPoll, whole), { sample: expired });
    expect(await answer).toEqual(picture);
    expect(requests.map(({ url }) => url)).toEqual([task.pollingUrl, freshSample]);
  });

  it.each(['2026-01-01T00%3A10%3A00Z', 'whenever'])('is not one with se=%s', async (se) => {
    const { answer, requests } = download([whole], { sample: `${sample}&se=${se}` });
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(1);
  });

  it('is tried if the fresh one looks expired too: the clock here may be wrong', async () => {
    const expired = `${sample}&se=2025-12-31T23%3A59%3A59Z`;
    const poll = { body: { status: 'Ready', result: { sample: expired } } };
    expect(await download(byHost(poll, whole), { sample: expired }).answer).toEqual(picture);
  });

  it('that stays dead', async () => {
    const { answer, requests } = download(byHost(freshPoll, { status: 403 }));
    expect(await failureOf(answer)).toEqual({ ...paid, code: 'result-expired', httpStatus: 403 });
    expect(requests).toHaveLength(3);
  });

  it.each<readonly [string, Step]>([
    ['not found', { status: 404 }],
    ['Task not found', { body: { status: 'Task not found' } }],
    ['Error', { body: { status: 'Error' } }],
    ['Ready without a picture', { body: { status: 'Ready', result: null } }],
    ['refused', { status: 403 }],
    ['silent', 'hang'],
  ])('whose task is %s', async (_what, poll) => {
    const { answer, requests, clock, wait } = download(byHost(poll, { status: 404 }, whole));
    expect(await failureOf(answer)).toMatchObject({ ...paid, code: 'result-expired' });
    // No time of grace: the task was there before.
    if (poll !== 'hang') expect(requests).toHaveLength(2);
    expect(clock.now()).toBeLessThanOrEqual(wait.deadline);
  });
});

describe('a cancellation wakes at once, and the picture is paid', () => {
  it.each<readonly [string, Script]>([
    ['in a request', ['hang']],
    ['in a body', [{ body: picture, then: 'hang' }]],
    ['in a wait', [{ status: 503 }]],
    ['in the poll for a fresh link', byHost('hang', { status: 403 })],
    ['in the wait of that poll', byHost({ status: 503 }, { status: 403 })],
  ])('%s', async (_what, script) => {
    const { answer, cancel, clock } = download(script, { auto: false });
    await settled();
    const started = clock.now();
    cancel();
    expect(await failureOf(answer)).toEqual({ ...paid, code: 'canceled' });
    expect(clock.now()).toBe(started);
    expect(clock.pending).toBe(0);
  });

  it('even if no time is left for another try', async () => {
    const { client, wait, cancel, clock } = testClient(['hang'], { auto: false });
    const limits = { ...wait, deadline: clock.now() + 100, maxBytes: 10, sink: new MemorySink() };
    const failure = failureOf(client.download(task, { sample }, limits));
    await settled();
    cancel();
    expect(await failure).toEqual({ ...paid, code: 'canceled' });
  });

  it('before it starts', async () => {
    const { client, wait, cancel, requests } = testClient([whole]);
    cancel();
    const limits = { ...wait, maxBytes: 10, sink: new MemorySink() };
    const failure = failureOf(client.download(task, { sample }, limits));
    expect(await failure).toEqual({ ...paid, code: 'canceled' });
    expect(requests).toHaveLength(0);
  });
});
