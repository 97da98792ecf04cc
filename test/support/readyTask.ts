import type { FakeAnswer, Step } from './fakeTransport';
import { testClient } from './fluxClient';
import { MemorySink } from './memorySink';

/** A task at the source, and what its polls answer. */
export const pollingUrl = 'https://api.eu2.bfl.ai/v1/get_result?id=task-1';
export const task = { id: 'task-1', pollingUrl };
export const sample = 'https://delivery-eu2.bfl.ai/results/a.png?sig=x';
export const pending: FakeAnswer = { body: { id: 'task-1', status: 'Pending', result: null } };
export const ready: FakeAnswer = {
  body: { id: 'task-1', status: 'Ready', result: { sample, prompt: 'A fox.', seed: 7 }, cost: 4.5 },
};
export const finished = { sample, prompt: 'A fox.', seed: 7, cost: 4.5 };

/** The picture's bytes, and a delivery of the whole of them in two pieces. */
export const picture = Uint8Array.of(1, 2, 3, 4);
export const whole: FakeAnswer = {
  headers: { 'content-length': '4' },
  body: [picture.subarray(0, 1), picture.subarray(1)],
};

type Options = Parameters<typeof testClient>[1];

/** Polls the task against a script, and keeps what `onStatus` hears. */
export function poll(script: readonly Step[], options: Options = {}) {
  const test = testClient(script, options);
  const heard: (string | number)[][] = [];
  const answer = test.client.poll(task, {
    ...test.wait,
    onStatus: (status, progress) =>
      heard.push(progress === undefined ? [status] : [status, progress]),
  });
  return { ...test, answer, heard };
}

/** Downloads the task's result, of 10 bytes at most, against a script; the answer is what is in the sink then. */
export function download(
  script: Parameters<typeof testClient>[0],
  options: Options & { sample?: string; sink?: MemorySink } = {},
) {
  const { sample: link = sample, sink = new MemorySink(), ...rest } = options;
  const test = testClient(script, rest);
  const limits = { ...test.wait, maxBytes: 10, sink };
  const answer = test.client.download(task, { sample: link }, limits).then(() => sink.bytes);
  return { ...test, sink, answer };
}
