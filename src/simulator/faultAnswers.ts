import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorBody, send, sendJson } from './answers';
import type { AnswerFault } from './faults';

const answerFaults: readonly string[] = [
  'http',
  'not-json',
  'reset',
  'hang',
  'redirect',
] satisfies AnswerFault['kind'][];

/** Whether the fault takes the place of the whole answer. */
export function isAnswerFault(fault: { readonly kind: string } | undefined): fault is AnswerFault {
  return fault !== undefined && answerFaults.includes(fault.kind);
}

/** Whether a create that ends so has been accepted: the ambiguous cases, in which money may be spent. */
export function acceptsTask(fault: AnswerFault): boolean {
  return fault.kind === 'not-json' || fault.kind === 'hang' || fault.kind === 'reset';
}

/** Answers as the fault says. */
export function answerFault(
  fault: AnswerFault,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (fault.kind) {
    case 'http':
      sendJson(response, fault.status, fault.body ?? errorBody(fault.status), {
        ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
      });
      return;
    case 'not-json':
      send(response, fault.status ?? 200, 'text/html', fault.body ?? '<html>Bad gateway</html>');
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'hang':
      return;
    case 'redirect':
      response.writeHead(fault.status ?? 302, { location: fault.location }).end();
      return;
  }
}
