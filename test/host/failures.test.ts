import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { GenerateRequest } from '../../src/host/api';
import { failureOf, freshFolder, smallRequest, withSetting } from './support/flux';

describe('bad input gets a clear sentence, and nothing is spent', () => {
  for (const [what, request, words] of [
    ['an empty prompt', { prompt: '  ' }, /prompt: /],
    ['a size that is too small', { prompt: 'x', parameters: { width: 8, height: 64 } }, /64/],
    ['a text where a number belongs', { prompt: 'x', parameters: { width: 'wide' } }, /width: /],
    ['a size off the step', { prompt: 'x', model: 'flux-dev', parameters: { width: 1000 } }, /32/],
    [
      'a field that the model does not take',
      { prompt: 'x', model: 'flux-3-image', parameters: { seed: 1 } },
      /seed: /,
    ],
    ['a count of nothing', { prompt: 'x', count: 0 }, /count: /],
    ['no prompt at all', {} as GenerateRequest, /prompt: /],
    ['a half count', { prompt: 'x', count: 1.5 }, /count: /],
  ] as const) {
    it(what, async () => {
      const failure = await failureOf(request);
      assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
      assert.match(failure.message, words);
      assert.match(failure.message, /Nothing was charged/);
      assert.deepEqual(failure.saved, []);
    });
  }

  it('a model that the service does not know', async () => {
    const failure = await failureOf({ prompt: 'x', model: 'flux-99' });
    assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
    assert.match(failure.message, /Not Found/);
  });

  it('what the service itself refuses, with its reason and field', async () => {
    const failure = await failureOf({ prompt: 'x', parameters: { width: 4096, height: 4096 } });
    assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
    assert.match(failure.message, /width|height/);
  });

  it('a provider without its key', async () => {
    await withSetting('provider', 'bfl', async () => {
      const failure = await failureOf({ prompt: 'x' });
      assert.deepEqual([failure.code, failure.charged], ['auth', 'no']);
      assert.match(failure.message, /Set API Key/);
    });
  });

  it('a custom provider without an address', async () => {
    await withSetting('provider', 'custom', async () => {
      const failure = await failureOf({ prompt: 'x' });
      assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
      assert.match(failure.message, /fluxAssets\.custom\.baseUrl/);
    });
  });

  for (const folder of ['../outside', '/tmp', 'a/../../outside', 'C:\\pictures', '..\\outside']) {
    it(`an assets folder outside the workspace: ${folder}`, async () => {
      await withSetting(
        'assetsFolder',
        folder,
        async () => {
          const failure = await failureOf({ prompt: 'x' });
          assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
          assert.match(failure.message, /fluxAssets\.assetsFolder/);
        },
        vscode.ConfigurationTarget.Workspace,
      );
    });
  }

  it('a reference that is no picture', async () => {
    const uri = vscode.Uri.joinPath(freshFolder(), 'notes.png');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('not a picture'));
    const failure = await failureOf({ prompt: 'x', references: [uri] });
    assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
    assert.match(failure.message, /notes\.png/);
  });
});

describe('every end is told', () => {
  for (const [marker, code, charged, words] of [
    ['request-moderated', 'request-moderated', 'unknown', /Content Policy Violation/],
    ['content-moderated', 'content-moderated', 'unknown', /Derivative Works Filter/],
    ['error', 'task-failed', 'unknown', /The generation failed/],
    ['ready-without-sample', 'task-failed', 'unknown', /no picture/],
    ['bad-key', 'auth', 'no', /Not authenticated/],
    ['no-credit', 'insufficient-credits', 'no', /Insufficient credits/],
    ['server-error', 'server', 'unknown', /500/],
    ['not-json', 'server', 'unknown', /could not be read/],
    ['connection-reset', 'network', 'unknown', /may have been charged/],
    ['not-an-image', 'bad-image', 'yes', /PNG, JPEG or WebP/],
  ] as const) {
    it(marker, async () => {
      const failure = await failureOf(smallRequest({ prompt: `x [simulate: ${marker}]` }));
      assert.deepEqual([failure.code, failure.charged], [code, charged]);
      assert.match(failure.message, words);
    });
  }

  it('a time-out', async () => {
    await withSetting('taskTimeoutSeconds', 1, async () => {
      const failure = await failureOf(smallRequest({ prompt: 'x [simulate: never-ready]' }));
      assert.deepEqual([failure.code, failure.charged], ['timeout', 'unknown']);
      assert.ok(failure.taskId);
    });
  });
});
