import { parentPort } from 'node:worker_threads';

import { locateInSource } from './locateInSource';
import type { ParseAnswer, ParseJob } from './parserThread';

// The entry of the thread that parses (parserThread.ts): texts in, references out, in their order.

const port = parentPort;
let last = Promise.resolve();

port?.on('message', ({ id, code }: ParseJob) => {
  last = last.then(async () => {
    const answer: ParseAnswer = { id, found: await locateInSource(code) };
    port.postMessage(answer);
  });
});
port?.postMessage('ready');
