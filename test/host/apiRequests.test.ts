import assert from 'node:assert/strict';
import type { GenerateRequest } from '../../src/host/api';
import { failureOf } from './support/flux';

describe('requests of callers that are not TypeScript', () => {
  for (const [what, request, words] of [
    ['none at all', undefined, /prompt/],
    ['a text', 'A red boat', /prompt/],
    ['a prompt that is no text', { prompt: 7 }, /prompt: /],
    ['parameters that are no object', { prompt: 'x', parameters: 'wide' }, /parameters/],
    ['references that are no array', { prompt: 'x', references: 'a.png' }, /references/],
    ['references that are no addresses', { prompt: 'x', references: ['a.png'] }, /references/],
    ['a target that is no address', { prompt: 'x', target: '/tmp' }, /target/],
    ['a model that is no text', { prompt: 'x', model: 2 }, /model/],
    ['a count that is no number', { prompt: 'x', count: '2' }, /count/],
    ['a count beyond all measure', { prompt: 'x', count: 1e9 }, /count/],
  ] as const) {
    it(`are refused in words, and for free: ${what}`, async () => {
      const failure = await failureOf(request as unknown as GenerateRequest);
      assert.deepEqual([failure.code, failure.charged], ['invalid-request', 'no']);
      assert.match(failure.message, words);
      assert.match(failure.message, /Nothing was charged/);
    });
  }
});
