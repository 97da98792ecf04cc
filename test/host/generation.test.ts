import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ProviderId } from '../../src/core/api/provider';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator';
import { freshFolder, namesIn } from './support/flux';
import { KEY, openWindow } from './support/window';
import { smallOrder } from './support/smallOrder';

/** Everything that makes pictures, against a simulator in place of a provider's service. */
async function generationAt(provider: ProviderId, options: SimulatorOptions) {
  const simulator = await startSimulator({ key: KEY, latency: 'instant', ...options });
  const window = openWindow({ provider, baseUrl: simulator.baseUrl });
  const dispose = async () => {
    window.engine.dispose();
    await simulator.dispose();
  };
  return { simulator, ...window, dispose };
}

function assertKeyStayed(simulator: Simulator, log: readonly string[]): void {
  const deliveries = simulator.requests.filter(({ listener }) => listener === 'delivery');
  assert.ok(deliveries.length > 0);
  for (const { headers } of deliveries) assert.ok(!JSON.stringify(headers).includes(KEY));
  assert.ok(!log.join('\n').includes(KEY));
}

const never = new AbortController().signal;

describe('making pictures at the relay', () => {
  it('sends the key as bearer, polls its own base, and counts in ¥', async () => {
    const { simulator, generation, history, log, dispose } = await generationAt('openai-hk', {
      dialect: 'relay',
    });
    const { saved, failures } = await generation.run(smallOrder(), never);
    assert.deepEqual(failures, []);
    assert.deepEqual(saved[0]?.cost, { credits: 3, amount: 0.12, currency: 'CNY' });
    assert.equal(history.all[0]?.taskId, saved[0].taskId);
    const [create, poll] = simulator.requests;
    assert.equal(create?.headers['authorization'], `Bearer ${KEY}`);
    assert.match(poll?.path ?? '', /\/get_result/);
    assertKeyStayed(simulator, log);
    await dispose();
  });

  it('refuses a size off the relay’s step before anything is sent', async () => {
    const { simulator, generation, dispose } = await generationAt('openai-hk', {
      dialect: 'relay',
    });
    const outcome = await generation.run(
      smallOrder({ parameters: { width: 1000, height: 64 } }),
      never,
    );
    assert.equal(outcome.refused, true);
    assert.equal(outcome.failures[0]?.code, 'invalid-request');
    assert.equal(simulator.requests.length, 0);
    await dispose();
  });
});

describe('an order of several pictures', () => {
  it('saves what can be saved, says why the others were not, and sends each once', async () => {
    const { simulator, generation, tasks, dispose } = await generationAt('bfl', {});
    simulator.setFaults([{ on: 'create', fault: { kind: 'http', status: 500 }, times: 1 }]);
    const target = freshFolder();
    const { saved, failures, refused } = await generation.run(
      smallOrder({ count: 3, target }),
      never,
    );
    assert.equal(refused, false);
    assert.equal(saved.length, 2);
    assert.deepEqual(
      failures.map(({ code, charged }) => [code, charged]),
      [['server', 'unknown']],
    );
    assert.equal((await namesIn(target)).length, 2);
    assert.equal(simulator.requests.filter(({ method }) => method === 'POST').length, 3);
    assert.deepEqual(
      tasks.all.map(({ state }) => state.phase),
      ['failed'],
    );
    await dispose();
  });

  it('keeps images out of what it remembers', async () => {
    const { generation, history, dispose } = await generationAt('bfl', {});
    const [first] = (await generation.run(smallOrder(), never)).saved;
    assert.ok(first);
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(first.uri));
    const input_image = Buffer.from(bytes).toString('base64');
    const { saved, failures } = await generation.run(
      smallOrder({ parameters: { input_image } }),
      never,
    );
    assert.deepEqual(failures, []);
    assert.equal(saved.length, 1);
    assert.ok(!JSON.stringify(history.all).includes(input_image.slice(0, 100)));
    await dispose();
  });

  it('says nothing of the prompt in the log at its default level', async () => {
    const { simulator, generation, loud, dispose } = await generationAt('bfl', {});
    const secret = smallOrder({ prompt: 'A secret boat' });
    await generation.run(secret, never);
    simulator.setFaults([{ on: 'create', fault: { kind: 'http', status: 500 } }]);
    await generation.run(secret, never);
    // A folder that cannot be made: the file system's words name the file, which is named after the prompt.
    const blocked = vscode.Uri.joinPath(freshFolder(), 'file');
    await vscode.workspace.fs.writeFile(blocked, new Uint8Array());
    simulator.setFaults([]);
    const target = vscode.Uri.joinPath(blocked, 'folder');
    const { failures } = await generation.run({ ...secret, target }, never);
    assert.equal(failures[0]?.code, 'save-failed');
    assert.ok(loud.length >= 3);
    assert.doesNotMatch(loud.join('\n'), /secret/i);
    await dispose();
  });
});
