import { expect, test } from 'vitest';
import type { Notice } from '../../src/protocol/panel';
import { buttons, click, field, openPanel, panelState, taskView } from './support';

const action = { label: 'Set API Key', intent: { type: 'setApiKey' } } as const;
const notice: Notice = { kind: 'warning', text: 'No key is set.', action };

function named(): readonly number[] {
  return ['Set API Key', 'Remove API Key'].map((name) => buttons(name).length);
}

test('a notice has its button', () => {
  const { sent } = openPanel(panelState({ notice }));
  click('Set API Key');
  expect(sent).toEqual([{ type: 'setApiKey' }]);
  expect(field('Prompt').value).toBe('');
});

test('a stored key can be changed and removed', () => {
  const { sent } = openPanel(panelState({ provider: 'openai-hk' }));
  click('Set API Key');
  click('Remove API Key');
  expect(sent).toEqual([{ type: 'setApiKey' }, { type: 'removeApiKey' }]);
});

test('demo has no key', () => {
  openPanel(panelState());
  expect(named()).toEqual([0, 0]);
});

test('without a key there is none to remove', () => {
  openPanel(panelState({ provider: 'bfl' }));
  expect(named()).toEqual([1, 0]);
});

test('what the notice or a failed task offers is not offered twice', () => {
  const { show } = openPanel(panelState({ provider: 'bfl', notice }));
  expect(named()).toEqual([1, 0]);
  const failure = {
    message: 'The service does not accept the API key.',
    fields: [],
    actions: [action],
  };
  const tasks = [taskView({ phase: 'failed', failure })];
  show(panelState({ provider: 'openai-hk', tasks }));
  expect(named()).toEqual([1, 1]);
});
