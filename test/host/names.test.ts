import assert from 'node:assert/strict';
import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

import * as vscode from 'vscode';

import { startSimulator, type Simulator } from '../../src/simulator/simulator';
import { freshFolder, namesIn, withSetting } from './support/flux';
import { startForeignHost, type ForeignHost } from './support/foreignHost';
import { openWindow } from './support/window';

const hostile = [
  '../../outside',
  '..\\..\\outside',
  '/etc/passwd',
  'C:\\Windows\\system32\\x',
  '%2e%2e%2foutside',
  '..%2foutside',
  '‥／outside',
  '.git/config',
  '.hidden',
  'a\u0000b\nc',
  '~/outside',
  '$HOME/${PWD}/{id}',
  'file:///etc/passwd',
  'CON',
  'x'.repeat(4000),
];

describe('a picture lies directly in its folder, whatever is said', () => {
  let service: Simulator;
  let delivery: ForeignHost;
  before(async () => {
    service = await startSimulator({ latency: 'instant' });
    delivery = await startForeignHost('tag');
  });
  after(async () => {
    delivery.close();
    await service.dispose();
  });

  /** Where the picture lies that is made with this prompt, when the service says these words of it. */
  async function placeOf(prompt: string, said: string, target: vscode.Uri): Promise<string> {
    const result = { sample: `${delivery.origin}/picture.png`, prompt: said };
    const ready = { id: said, status: 'Ready', result };
    service.setFaults([
      { on: 'create', fault: { kind: 'http', status: 200, body: { id: said } } },
      { on: 'poll', fault: { kind: 'http', status: 200, body: ready } },
    ]);
    const { engine, generation } = openWindow({ provider: 'bfl', baseUrl: service.baseUrl });
    const order = { prompt, model: 'flux-2-pro', parameters: {}, references: [], count: 1, target };
    const { saved, failures } = await generation.run(order, new AbortController().signal);
    engine.dispose();
    assert.deepEqual(failures, []);
    return vscode.Uri.parse(saved[0]?.uri ?? '', true).fsPath;
  }

  async function assertIn(folder: vscode.Uri, path: string): Promise<void> {
    const name = basename(path);
    assert.equal(await realpath(dirname(path)), await realpath(folder.fsPath));
    assert.ok(!name.startsWith('.'), name);
    assert.ok(Buffer.byteLength(name) < 255, name);
    assert.ok((await namesIn(folder)).includes(name), name);
  }

  for (const template of ['{prompt}{id}', '{id}', '../{prompt}', '/{id}/../..']) {
    it(`by prompts and a service’s ids, in the template ${template}`, async () => {
      const folder = freshFolder();
      await withSetting('fileName', template, async () => {
        for (const text of hostile) await assertIn(folder, await placeOf(text, text, folder));
      });
      assert.equal((await namesIn(folder)).length, hostile.length);
    });
  }

  it('by the characters of a chosen name', async () => {
    const folder = freshFolder();
    for (const name of ['a\\..\\b.png', 'con.png', '%2e%2e%2fb.png', 'a:b.png', 'c .png']) {
      const target = vscode.Uri.joinPath(folder, '-').with({ path: `${folder.path}/${name}` });
      await assertIn(folder, await placeOf('A boat', '1', target));
    }
  });
});
