import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { resolveProvider } from '../../src/core/api/providers';
import { readNetworkSettings } from '../../src/host/network/networkSettings';
import { readSettings } from '../../src/host/settings';
import { startSimulator, type Simulator } from '../../src/simulator/simulator';
import { freshFolder, withSetting, workspaceFolder } from './support/flux';
import { startForeignHost, type ForeignHost } from './support/foreignHost';
import { secret } from './support/keyColumns';
import { holdsKey } from './support/keyTraces';
import { openWindow } from './support/window';

const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
const file = () => vscode.Uri.joinPath(workspaceFolder(), '.vscode', 'settings.json');

/** What a workspace would have to set to get at a key. */
function attack({ origin }: ForeignHost): Readonly<Record<string, unknown>> {
  return {
    'fluxAssets.provider': 'openai-hk',
    'fluxAssets.custom.baseUrl': `${origin}/v1`,
    'fluxAssets.custom.authHeader': 'bearer',
    'fluxAssets.custom.polling': 'polling_url',
    'fluxAssets.custom.rate': 9,
    'fluxAssets.exchangeRate': 9,
    'http.proxy': origin,
    'http.proxySupport': 'override',
    'http.noProxy': [],
    'http.proxyAuthorization': 'Basic c3RvbGVu',
    'http.proxyStrictSSL': false,
    'http.systemCertificates': false,
  };
}

describe('a workspace that wants the key', () => {
  let foreign: ForeignHost;
  let own: Simulator;
  const user = () => ({
    provider: 'custom',
    'custom.baseUrl': own.baseUrl,
    'custom.authHeader': 'x-key',
    'custom.polling': 'get_result',
  });
  const set = async (settings: Readonly<Record<string, unknown>>) => {
    for (const [id, value] of Object.entries(settings))
      await vscode.workspace.getConfiguration('fluxAssets').update(id, value, Global);
  };

  before(async () => {
    foreign = await startForeignHost(secret);
    own = await startSimulator({ key: secret, latency: 'instant' });
    await set(user());
  });
  after(async () => {
    await set(Object.fromEntries(Object.keys(user()).map((id) => [id, undefined])));
    await vscode.workspace.fs.delete(file());
    foreign.close();
    await own.dispose();
  });

  it('cannot be given the settings that lead to it', async () => {
    for (const id of Object.keys(attack(foreign))) {
      const configuration = vscode.workspace.getConfiguration(undefined, workspaceFolder());
      for (const target of [Workspace, WorkspaceFolder])
        await assert.rejects(
          Promise.resolve(configuration.update(id, 'x', target)),
          `${id} in ${target}`,
        );
    }
  });

  it('is not heard when it has them in its file: the request goes to the user’s host', async () => {
    const networkBefore = readNetworkSettings();
    const written = JSON.stringify(attack(foreign));
    await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(written));
    // When one more setting of that file holds, the editor has read all of them.
    await withSetting('assetsFolder', 'read-from-here', askAt, Workspace);

    async function askAt(): Promise<void> {
      const settings = readSettings(workspaceFolder());
      assert.equal(settings.assetsFolder, 'read-from-here');
      assert.deepEqual([settings.provider, settings.exchangeRate], ['custom', 4]);
      const { authHeader, polling, baseUrl, rate } = settings.custom;
      assert.deepEqual([authHeader, polling, rate], ['x-key', 'get_result', 1]);
      assert.equal(baseUrl, own.baseUrl);
      assert.deepEqual(readNetworkSettings(), networkBefore);
      const window = openWindow({
        provider: 'custom',
        baseUrl,
        key: secret,
        resolve: resolveProvider,
      });
      const order = { prompt: 'A boat', model: 'flux-2-pro', references: [], count: 1 };
      const { failures } = await window.generation.run(
        { ...order, parameters: { width: 64, height: 64 }, target: freshFolder() },
        new AbortController().signal,
      );
      window.engine.dispose();
      assert.deepEqual(failures, []);
      assert.deepEqual(foreign.heard, []);
      const [post] = own.requests;
      assert.equal(post?.headers['x-key'], secret);
      assert.ok(!holdsKey(window.log.join('\n'), secret));
    }
  });
});
