import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { GenerationFailure, type Failure } from '../../src/core/api/failure';
import type { FailedState } from '../../src/core/tasks/task';
import { createTaskRemedies, type RemedyEngine } from '../../src/host/tasks/taskRemedies';
import { createLocalizer } from '../../src/protocol/localizer';

const target = vscode.Uri.file('/pictures/a-red-boat.png');
const lost: Failure = { code: 'network', charged: 'unknown' };
const kept: Failure = { code: 'save-failed', charged: 'yes', keptAt: 'file:///unsaved/8f3c.png' };
const canceled: Failure = { code: 'canceled', charged: 'unknown', taskId: '8f3c' };
const balance = {
  credits: 95.5,
  provider: { money: { currency: 'USD', perCredit: 0.01 } },
} as const;

/** The remedies of one failed task; `pressed` are the answers to what is asked and told, in order. */
function remediesOf(
  failure: Failure,
  pressed: readonly (string | boolean | vscode.Uri | undefined)[] = [],
  engine: Partial<RemedyEngine> = {},
) {
  const done: unknown[] = [];
  const said: string[] = [];
  const errors: unknown[] = [];
  const answers = [...pressed];
  const state: FailedState = {
    phase: 'failed',
    at: 0,
    failure,
    hasCredits: true,
    estimate: { credits: 4.5, amount: 0.045, currency: 'USD' },
    ...(failure.taskId === undefined ? {} : { created: { id: failure.taskId } }),
  };
  const base = { id: 't', provider: 'bfl', model: 'flux-2-pro', prompt: 'A boat' } as const;
  const tasks = {
    all: [{ ...base, parameters: {}, startedAt: 0, state }],
    dismiss: (id: string) => {
      done.push(['dismiss', id]);
      tasks.all = [];
    },
  };
  const told = (...words: readonly string[]) => {
    said.push(...words);
    return Promise.resolve(answers.shift());
  };
  const remedies = createTaskRemedies({
    tasks,
    engine: {
      balance: () => Promise.resolve(balance),
      sendAgain: (id) => Promise.resolve(void done.push(['sendAgain', id])),
      fetchTask: (id) => Promise.resolve(void done.push(['fetchTask', id])),
      suggestTarget: () => Promise.resolve(target),
      saveTo: (id, uri) => {
        done.push(['saveTo', id, uri.path]);
        return Promise.resolve(uri);
      },
      ...engine,
    },
    dialogs: {
      confirm: async (question, detail) => (await told(question, detail)) === true,
      tell: async (kind, message) => (await told(`${kind}: ${message}`)) as string | undefined,
      showProgress: (_title, work) => work(),
      askTarget: async ({ defaultUri, filters }) =>
        (await told(defaultUri?.path ?? '', ...Object.keys(filters ?? {}))) as
          vscode.Uri | undefined,
    },
    l10n: createLocalizer(),
    onError: (error) => errors.push(error),
  });
  return { remedies, tasks, done, said, errors };
}

describe('Send Again', () => {
  it('asks first, for it may be paid twice', async () => {
    const { remedies, done, said } = remediesOf(lost, [true]);
    await remedies.sendAgain('t');
    assert.match(said.join(' '), /paid for a second time/);
    assert.deepEqual(done, [['sendAgain', 't']]);
  });

  it('sends nothing without a yes', async () => {
    const { remedies, done } = remediesOf(lost, [false]);
    await remedies.sendAgain('t');
    assert.deepEqual(done, []);
  });

  it('asks once for a double click', async () => {
    const { remedies, done } = remediesOf(lost, [true, true]);
    await Promise.all([remedies.sendAgain('t'), remedies.sendAgain('t')]);
    assert.deepEqual(done, [['sendAgain', 't']]);
  });

  it('sends nothing where the task was dealt with while it asked', async () => {
    const { remedies, tasks, done } = remediesOf(lost, [true]);
    const sending = remedies.sendAgain('t');
    tasks.dismiss('t');
    await sending;
    assert.deepEqual(done, [['dismiss', 't']]);
  });

  it('says what it will cost', async () => {
    const { remedies, said } = remediesOf(lost, [false]);
    await remedies.sendAgain('t');
    assert.match(said.join(' '), /Estimate: 4\.5 credits \(\$0\.045\)\.$/);
  });

  it('is held by the budget, which a person may let it pass who has seen the figures', async () => {
    const limit = { scope: 'day', limit: 1, spent: 0.98, order: 0.045, currency: 'USD' } as const;
    const over = new GenerationFailure({ code: 'budget', charged: 'no', budget: limit });
    const sent: boolean[] = [];
    const sendAgain = (_id: string, isOverBudget: boolean) => {
      sent.push(isOverBudget);
      return isOverBudget ? Promise.resolve() : Promise.reject(over);
    };
    const refused = remediesOf(lost, [true, false], { sendAgain });
    await refused.remedies.sendAgain('t');
    assert.deepEqual(sent, [false]);
    assert.match(
      refused.said.join(' '),
      /today’s spending to \$1\.025, over the budget of \$1\.00/,
    );
    await remediesOf(lost, [true, true], { sendAgain }).remedies.sendAgain('t');
    assert.deepEqual(sent, [false, false, true]);
  });

  it('is for tasks that offer it alone', async () => {
    const { remedies, done, said } = remediesOf(canceled, [true, true]);
    await remedies.sendAgain('t');
    await remedies.sendAgain('another');
    assert.deepEqual([done, said], [[], []]);
  });
});

describe('Check Balance', () => {
  it('tells the balance in money and how to read it', async () => {
    const { remedies, done, said } = remediesOf(lost);
    await remedies.checkBalance('t');
    assert.match(said.join(' '), /^info: Balance: 95\.5 credits \(\$0\.955\)\. .*was charged\.$/);
    assert.deepEqual(done, []);
  });

  it('leads to Send Again, which still asks', async () => {
    const { remedies, done, said } = remediesOf(lost, ['Send Again', true]);
    await remedies.checkBalance('t');
    assert.equal(said[1], 'Send this request again?');
    assert.deepEqual(done, [['sendAgain', 't']]);
  });

  it('leads to Dismiss', async () => {
    const { remedies, done } = remediesOf(lost, ['Dismiss']);
    await remedies.checkBalance('t');
    assert.deepEqual(done, [['dismiss', 't']]);
  });

  it('says where the service has none', async () => {
    const { remedies, said } = remediesOf(lost, [], { balance: () => Promise.resolve(undefined) });
    await remedies.checkBalance('t');
    assert.match(said.join(' '), /^info: This service cannot be asked for the balance/);
  });

  it('says why it could not be asked for, and nothing of what that cost', async () => {
    const refused = new GenerationFailure({ code: 'auth', charged: 'no' });
    const { remedies, said } = remediesOf(lost, [], { balance: () => Promise.reject(refused) });
    await remedies.checkBalance('t');
    assert.match(said.join(' '), /^error: .*does not accept the API key/);
    assert.doesNotMatch(said.join(' '), /charged/);
  });
});

describe('Fetch Again', () => {
  it('asks nobody', async () => {
    const { remedies, done, said } = remediesOf(canceled);
    await remedies.fetchTask('t');
    assert.deepEqual([done, said], [[['fetchTask', 't']], []]);
  });

  it('tells what went wrong', async () => {
    const error = new Error('no engine');
    const { remedies, errors } = remediesOf(canceled, [], {
      fetchTask: () => Promise.reject(error),
    });
    await remedies.fetchTask('t');
    assert.deepEqual(errors, [error]);
  });

  it('tells why the service is not asked, and nothing of what the task cost', async () => {
    const moved = new GenerationFailure({
      code: 'invalid-request',
      charged: 'no',
      detail: 'provider-changed',
    });
    const { remedies, said } = remediesOf(canceled, [], { fetchTask: () => Promise.reject(moved) });
    await remedies.fetchTask('t');
    assert.match(said.join(' '), /^error: The task is at another service address/);
    assert.doesNotMatch(said.join(' '), /charged/);
  });
});

describe('Save to…', () => {
  it('asks where, with the suggested name, and tells that it is saved', async () => {
    const chosen = vscode.Uri.file('/elsewhere/boat.png');
    const { remedies, done, said } = remediesOf(kept, [chosen]);
    await remedies.saveTaskTo('t');
    assert.deepEqual(done, [['saveTo', 't', chosen.path]]);
    assert.deepEqual(said.slice(0, 2), [target.path, 'PNG']);
    assert.match(said[2] ?? '', /^info: Saved .*boat\.png$/);
  });

  it('writes nothing where no file was chosen', async () => {
    const { remedies, done } = remediesOf(kept, [undefined]);
    await remedies.saveTaskTo('t');
    assert.deepEqual(done, []);
  });

  it('says why it failed, and asks for another place', async () => {
    let tries = 0;
    const { remedies, said } = remediesOf(kept, [target, 'Save to…', target], {
      saveTo: (_id, uri) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('ENOSPC')) : Promise.resolve(uri);
      },
    });
    await remedies.saveTaskTo('t');
    assert.equal(said[2], 'error: The picture could not be saved: ENOSPC');
    assert.equal(tries, 2);
  });
});
