import { modelOf } from '../../src/core/api/models';
import type { Step } from './fakeTransport';
import { testClient } from './fluxClient';

/** A request, and the answer that takes it. */
export const model = modelOf('flux-2-pro');
export const body = { prompt: 'a secret fox', width: 512 };
export const created = { status: 200, body: { id: 'task-1', cost: 3 } };

/** Sends the request against a script. */
export function post(script: readonly Step[], options: Parameters<typeof testClient>[1] = {}) {
  const test = testClient(script, options);
  return { ...test, answer: test.client.create(model, body, test.wait) };
}
