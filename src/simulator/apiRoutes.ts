import type { IncomingMessage } from 'node:http';
import { findModel } from '../core/api/models';
import { errorBody, sendJson } from './answers';
import { createTask } from './createRoute';
import { answerFault, isAnswerFault } from './faultAnswers';
import { hasKey } from './key';
import type { Exchange } from './listener';
import { pollTask } from './pollRoute';
import type { Service } from './service';

/** The API below `/v1`. `listener` says which one was asked: the base, or the regional one that only polls. */
export async function answerApi(
  service: Service,
  listener: 'api' | 'regional',
  exchange: Exchange,
): Promise<void> {
  const { request, response, url } = exchange;
  const refusal = refusalOfWebPages(request);
  if (refusal !== undefined) {
    service.recorder.add(listener, exchange);
    sendJson(response, refusal, errorBody(refusal));
    return;
  }
  const name = url.pathname.startsWith('/v1/') ? url.pathname.slice('/v1/'.length) : '';
  const model = listener === 'api' ? findModel(name) : undefined;
  if (model !== undefined && request.method === 'POST') {
    await createTask(service, model, exchange);
    return;
  }
  service.recorder.add(listener, exchange);
  const credits = name === 'credits' && service.dialect === 'source' && listener === 'api';
  if (model === undefined && name !== 'get_result' && !credits) {
    sendJson(response, 404, errorBody(404));
  } else if (model !== undefined || request.method !== 'GET') {
    sendJson(response, 405, errorBody(405));
  } else if (credits) {
    sendCredits(service, exchange);
  } else {
    await pollTask(service, listener, exchange);
  }
}

/**
 * Any page that this machine's browser shows can reach loopback. It says so in `Origin`, or can send nothing but a
 * form's content types without asking first, which nobody answers here.
 */
function refusalOfWebPages({ method, headers }: IncomingMessage): 403 | 415 | undefined {
  if (headers.origin !== undefined) return 403;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return method === 'POST' && type.trim().toLowerCase() !== 'application/json' ? 415 : undefined;
}

function sendCredits(service: Service, exchange: Exchange): void {
  const fault = service.faults.take('credits');
  if (isAnswerFault(fault)) {
    answerFault(fault, exchange.request, exchange.response);
  } else if (hasKey(service, exchange)) {
    sendJson(exchange.response, 200, { credits: service.credits });
  } else {
    sendJson(exchange.response, 403, errorBody(403));
  }
}
