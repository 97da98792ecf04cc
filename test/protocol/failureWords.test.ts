import { describe, expect, it } from 'vitest';

import type { Failure, FailureCode } from '../../src/core/api/failure';
import { explanation, failureSentence } from '../../src/protocol/failureWords';
import { createLocalizer } from '../../src/protocol/localizer';

const english = createLocalizer();
const sentence = (failure: Failure) => failureSentence(failure, english);

describe('failureSentence', () => {
  it.each<[string, Failure, string]>([
    ['no key', { code: 'auth', charged: 'no', detail: 'no-key' }, 'Set API Key'],
    [
      'wrong key',
      { code: 'auth', charged: 'no', reason: 'Not authenticated' },
      'Not authenticated',
    ],
    [
      'no credit',
      { code: 'insufficient-credits', charged: 'no', reason: 'Insufficient credits' },
      'Add credits',
    ],
    [
      'unknown model',
      { code: 'invalid-request', charged: 'no', detail: 'unknown-model', reason: 'Not Found' },
      'Choose another',
    ],
    ['no folder', { code: 'invalid-request', charged: 'no', detail: 'no-folder' }, 'Open a folder'],
    [
      'outside',
      { code: 'invalid-request', charged: 'no', detail: 'outside-workspace' },
      'fluxAssets.assetsFolder',
    ],
    ['base', { code: 'invalid-request', charged: 'no', detail: 'bad-base-url' }, 'https'],
    [
      'offline',
      { code: 'network', charged: 'no', cause: 'connect ECONNREFUSED' },
      'Check the connection',
    ],
    ['not JSON', { code: 'server', charged: 'unknown', detail: 'not-json' }, 'could not be read'],
    [
      'moderated',
      { code: 'request-moderated', charged: 'no', reason: 'Violence, Self Harm' },
      'Violence, Self Harm',
    ],
  ])('says what happened and what to do: %s', (_, failure, words) => {
    expect(sentence(failure)).toContain(words);
  });

  const codes: Record<FailureCode, true> = {
    'invalid-request': true,
    auth: true,
    'insufficient-credits': true,
    'rate-limited': true,
    'request-moderated': true,
    'content-moderated': true,
    'task-not-found': true,
    'task-failed': true,
    timeout: true,
    network: true,
    server: true,
    'result-expired': true,
    'bad-image': true,
    'save-failed': true,
    budget: true,
    canceled: true,
  };

  it.each(Object.keys(codes) as FailureCode[])('gives the service’s own reason: %s', (code) => {
    const reason = 'Not today, "fox" {0}';
    for (const charged of ['no', 'yes', 'unknown'] as const) {
      expect(sentence({ code, charged, reason })).toContain(`The service says: ${reason}.`);
    }
  });

  it.each(Object.keys(codes) as FailureCode[])('gives our own side’s words as ours: %s', (code) => {
    const words = sentence({ code, charged: 'no', cause: 'read ECONNRESET' });
    expect(words).toContain('(read ECONNRESET)');
    expect(words).not.toContain('The service says');
  });

  it('tells apart what the service refused and what went wrong here', () => {
    const cause = 'TypeError: x';
    expect(sentence({ code: 'invalid-request', charged: 'no', cause })).not.toContain('refused');
    expect(sentence({ code: 'task-failed', charged: 'unknown', cause })).not.toContain('service');
  });

  it('names the reference that could not be read', () => {
    const detail = 'reference-unreadable';
    const words = sentence({ code: 'invalid-request', charged: 'no', detail, cause: 'a/fox.png' });
    expect(words).toContain('(a/fox.png)');
  });

  it.each([
    ['file:///home/me/unsaved/a%20fox.png', '/home/me/unsaved/a fox.png'],
    ['file:///c%3A/Users/me/fox.png', 'c:\\Users\\me\\fox.png'],
    ['file://server/share/fox.png', '\\\\server\\share\\fox.png'],
    ['vscode-vfs://github/a/fox.png', 'vscode-vfs://github/a/fox.png'],
  ])('says where the picture is kept: %s', (keptAt, place) => {
    const words = sentence({ code: 'save-failed', charged: 'yes', cause: 'ENOSPC', keptAt });
    expect(words).toBe(
      `The picture could not be saved. It is kept at ${place}. Save to… puts it where you choose. (ENOSPC) It was paid for.`,
    );
  });

  it('says that a picture that could not be kept is lost', () => {
    const words = sentence({ code: 'save-failed', charged: 'yes', cause: 'ENOSPC' });
    expect(words).toContain('lost unless it is fetched again from the service');
  });

  it.each([
    ['no', 'Nothing was charged.'],
    ['yes', 'It was paid for.'],
    ['unknown', 'It may have been charged.'],
  ] as const)('says whether it cost money: %s', (charged, words) => {
    expect(sentence({ code: 'timeout', charged })).toMatch(
      new RegExp(`${words.replace('.', '\\.')}$`),
    );
  });

  it.each<[string, Failure, string]>([
    [
      'a request that broke off',
      { code: 'network', charged: 'unknown', cause: 'read ECONNRESET' },
      'The connection broke off. (read ECONNRESET) It may have been charged: check the balance before you send it again.',
    ],
    [
      'an answer of 500 to it',
      { code: 'server', charged: 'unknown', httpStatus: 500 },
      'The service has a problem (HTTP 500). It may have been charged: check the balance before you send it again.',
    ],
    [
      'one that the editor’s end interrupted',
      { code: 'network', charged: 'unknown', detail: 'interrupted' },
      'The editor closed while the request was on its way, so whether the service took it is not known. It may have been charged: check the balance before you send it again.',
    ],
    [
      'one that was canceled under way',
      { code: 'canceled', charged: 'unknown' },
      'Canceled here while the request was on its way, so whether the service took it is not known. It may have been charged: check the balance before you send it again.',
    ],
    [
      'a task that the service took, where a connection broke off',
      { code: 'network', charged: 'unknown', taskId: 'task-1' },
      'The connection broke off. It may have been charged.',
    ],
    [
      'one that could not be noted',
      { code: 'save-failed', charged: 'no', detail: 'not-noted', cause: 'ENOSPC' },
      'The task could not be noted on disk before sending, so it was not sent. (ENOSPC) Nothing was charged.',
    ],
    [
      'one that is at another address',
      { code: 'task-not-found', charged: 'unknown', detail: 'provider-changed', taskId: 'task-1' },
      'The task is at another service address than the settings name now. Set them back, then fetch it again. It may have been charged.',
    ],
    [
      'one that cannot be sent again from here',
      { code: 'invalid-request', charged: 'no', detail: 'images-gone' },
      'The images of this request were not kept, so it cannot be sent again. Generate again with them. Nothing was charged.',
    ],
    [
      'one whose images are gone',
      { code: 'canceled', charged: 'no', detail: 'images-gone' },
      'The window was reloaded before this was sent, and its reference images were not kept. Generate again with them. Nothing was charged.',
    ],
    [
      'one that was canceled when it was made',
      { code: 'canceled', charged: 'yes', taskId: 'task-1' },
      'Canceled here, when the picture was made already. Fetch Anyway gets it. It was paid for.',
    ],
  ])('says what is known of the money and what to do: %s', (_, failure, words) => {
    expect(sentence(failure)).toBe(words);
  });

  it.each([
    [undefined, 'It may still be billed.'],
    [
      { credits: 4.5, amount: 0.045, currency: 'USD' } as const,
      'It may still be billed: 4.5 credits ($0.045).',
    ],
  ])('says what a canceled task may still cost: %j', (cost, words) => {
    const failure: Failure = { code: 'canceled', charged: 'unknown', taskId: 'task-1' };
    expect(failureSentence(failure, english, cost === undefined ? {} : { cost })).toBe(
      `Canceled here. The service has no cancel, so the task goes on there. Fetch Anyway gets the picture. ${words}`,
    );
  });

  it('can leave the money out', () => {
    expect(explanation({ code: 'auth', charged: 'no' }, english)).toBe(
      'The service does not accept the API key. Check it with Set API Key.',
    );
  });

  it('names the fields of a 422 with the service’s words', () => {
    const failure: Failure = {
      code: 'invalid-request',
      charged: 'no',
      fields: [{ field: 'width', message: 'Input should be less than or equal to 1440' }],
    };
    expect(sentence(failure)).toContain('width: Input should be less than or equal to 1440.');
  });

  it('names the field of each problem, for people and for code', () => {
    const problems = [{ field: 'aspect_ratio', kind: 'ratio-out-of-range' }] as const;
    const failure: Failure = { code: 'invalid-request', charged: 'no', problems };
    expect(sentence(failure)).toMatch(/^Aspect ratio: /);
    expect(failureSentence(failure, english, { nameField: (field) => field })).toMatch(
      /^aspect_ratio: /,
    );
  });

  it('translates through the localizer', () => {
    const german = createLocalizer({ 'Nothing was charged.': 'Es hat nichts gekostet.' });
    expect(failureSentence({ code: 'canceled', charged: 'no' }, german)).toBe(
      'Canceled. Es hat nichts gekostet.',
    );
  });
});
