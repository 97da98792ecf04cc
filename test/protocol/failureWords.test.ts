import { describe, expect, it } from 'vitest';

import type { Failure, FailureCode } from '../../src/core/api/failure';
import { failureSentence } from '../../src/protocol/failureWords';
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
      `The picture could not be saved. It is kept at ${place}. (ENOSPC) It was paid for.`,
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
    expect(failureSentence(failure, english, (field) => field)).toMatch(/^aspect_ratio: /);
  });

  it('translates through the localizer', () => {
    const german = createLocalizer({ 'Nothing was charged.': 'Es hat nichts gekostet.' });
    expect(failureSentence({ code: 'canceled', charged: 'no' }, german)).toBe(
      'Canceled. Es hat nichts gekostet.',
    );
  });
});
