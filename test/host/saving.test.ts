import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';

import * as vscode from 'vscode';

import { leadsOutside } from '../../src/host/assets/destination';
import {
  failureOf,
  fluxApi,
  freshFolder,
  namesIn,
  smallRequest,
  withSetting,
  workspaceFolder,
} from './support/flux';
import { useMemoryFileSystem } from './support/memoryFileSystem';

describe('saving', () => {
  const memory = useMemoryFileSystem('fluxmemory');

  it('saves where there is no disk, and never overwrites there either', async () => {
    const flux = await fluxApi();
    const target = vscode.Uri.parse('fluxmemory:/site/assets');
    const request = smallRequest({ target, parameters: { seed: 3, output_format: 'png' } });
    await flux.generate(request);
    await flux.generate(request);
    assert.deepEqual(await namesIn(target), ['a-red-boat-3-2.png', 'a-red-boat-3.png']);
  });

  it('keeps the bytes when the file cannot be written, and says so', async () => {
    memory.readonly = true;
    const failure = await failureOf(
      smallRequest({ target: vscode.Uri.parse('fluxmemory:/full/assets') }),
    );
    memory.readonly = false;
    assert.deepEqual([failure.code, failure.charged], ['save-failed', 'yes']);
    assert.match(failure.message, /kept at .*unsaved/);
  });

  it('does not follow a link out of the workspace', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'flux-assets-'));
    const link = vscode.Uri.joinPath(workspaceFolder(), 'linked').fsPath;
    await symlink(outside, link);
    await withSetting(
      'assetsFolder',
      'linked/deeper',
      async () => {
        const failure = await failureOf({ prompt: 'x' });
        assert.equal(failure.code, 'invalid-request');
      },
      vscode.ConfigurationTarget.Workspace,
    );
    await rm(link);
    await rm(outside, { recursive: true });
  });

  it('knows a way out of a folder on every system', () => {
    for (const [path, rules, isOut] of [
      ['..', posix, true],
      ['../x', posix, true],
      ['..x/y', posix, false],
      ['', posix, false],
      ['..\\x', win32, true],
      ['D:\\out', win32, true],
      ['a\\b', win32, false],
    ] as const) {
      assert.equal(leadsOutside(path, rules), isOut, path);
    }
  });

  it('uses the file name of the setting', async () => {
    const flux = await fluxApi();
    await withSetting('fileName', '{model}_{seed}', async () => {
      const [asset] = await flux.generate(
        smallRequest({ target: freshFolder(), parameters: { seed: 9, output_format: 'png' } }),
      );
      assert.match(asset?.uri.path ?? '', /\/flux-2-pro_9\.png$/);
    });
  });
});
