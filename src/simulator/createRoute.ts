import type { Model } from '../core/api/model';
import { errorBody, sendJson } from './answers';
import { readBody } from './body';
import { acceptsTask, answerFault, isAnswerFault } from './faultAnswers';
import { FaultPlan } from './faults';
import { inputsOf, type Inputs } from './inputs';
import { hasKey } from './key';
import type { Exchange } from './listener';
import { rulesInPrompt } from './markers';
import { newTask } from './newTask';
import { charge, type Service } from './service';
import type { Task } from './task';
import { validate } from './validation';

/** `POST /v1/{model}`: checks the request and accepts a task, or says why not. */
export async function createTask(
  service: Service,
  model: Model,
  exchange: Exchange,
): Promise<void> {
  const { request, response } = exchange;
  await service.onStage?.('create-arrived');
  const planned = service.faults.take('create', { model: model.id });
  if (planned?.kind === 'reset' && planned.when === 'before-body') {
    service.recorder.add('api', exchange);
    answerFault(planned, request, response);
    return;
  }
  const body = await readBody(request, service.maxBodyBytes);
  service.recorder.add('api', exchange, body.kind === 'too-large' ? undefined : body);
  await service.onStage?.('create-read');
  if (!hasKey(service, exchange)) {
    sendJson(response, 403, errorBody(403));
    return;
  }
  if (body.kind === 'too-large') {
    sendJson(response, 413, errorBody(413));
    return;
  }
  if (body.kind !== 'object') {
    sendJson(response, 422, { detail: [bodyProblem(body.kind)] });
    return;
  }
  const markers = new FaultPlan(rulesInPrompt(String(body.value['prompt'])), service.random);
  const fault = planned ?? markers.take('create');
  if (isAnswerFault(fault) && !acceptsTask(fault)) {
    answerFault(fault, request, response);
    return;
  }
  const inputs = inputsOf(model, body.value);
  const refusal = refusalOf(service, model, body.value, inputs);
  if (refusal !== undefined) {
    sendJson(response, refusal.status, refusal.body);
    return;
  }
  const task = newTask(service, model, body.value, inputs, markers);
  if ((task.price.cost ?? 0) > service.credits) {
    sendJson(response, 402, errorBody(402));
    return;
  }
  service.tasks.add(task, service.now());
  charge(service, task);
  await service.onStage?.('create-accepted', task.id);
  if (isAnswerFault(fault)) {
    answerFault(fault, request, response);
    return;
  }
  const pollingUrl = fault?.kind === 'polling-url' ? fault.url : undefined;
  sendJson(response, 200, createdAnswer(service, task, pollingUrl));
}

function refusalOf(
  service: Service,
  model: Model,
  body: Readonly<Record<string, unknown>>,
  inputs: Inputs,
): { readonly status: number; readonly body: unknown } | undefined {
  const problems = validate(model, body, service.dialect);
  if (problems.length > 0) return { status: 422, body: { detail: problems } };
  if (service.tasks.isFull(model, service.now())) return { status: 429, body: errorBody(429) };
  if (model.family === 'outpainting' && body['auto_crop'] !== true && overflows(body, inputs)) {
    return { status: 422, body: { detail: 'The image does not fit on the canvas' } };
  }
  // FLUX 3 takes 256 × 256 px to 16 MP and answers 400 above (bfl-api.md §5); below it is assumed to.
  const unfit = inputs.images.find(
    ({ size: { width, height } }) =>
      Math.min(width, height) < 256 || width * height > model.references.maxPixels,
  );
  if (model.family === 'flux-3' && unfit !== undefined) {
    const detail = 'Images should be at least 256x256 pixels and at most 16 megapixels';
    return { status: 400, body: { detail } };
  }
  return undefined;
}

/** Whether the image is larger than the canvas; the words of the refusal are made up (bfl-api.md §4 says `error`). */
function overflows(body: Readonly<Record<string, unknown>>, { images }: Inputs): boolean {
  return images.some(
    ({ size }) => size.width > Number(body['width']) || size.height > Number(body['height']),
  );
}

/** What each dialect answers (bfl-api.md §7, §8): the FLUX.1 era says no cost, and at the relay no address. */
function createdAnswer(
  { dialect, origins }: Service,
  { id, model, price }: Task,
  pollingUrl: string | null | undefined,
): Record<string, unknown> {
  const flux1 = ['flux-1', 'ultra', 'kontext', 'fill', 'expand'].includes(model.family);
  const origin = dialect === 'relay' ? 'https://api.eu2.bfl.ai' : origins.polling;
  const address = pollingUrl === undefined ? `${origin}/v1/get_result?id=${id}` : pollingUrl;
  const hasAddress = pollingUrl === undefined ? dialect === 'source' || !flux1 : address !== null;
  return {
    id,
    ...(hasAddress ? { polling_url: address } : {}),
    ...(flux1
      ? {}
      : {
          cost: price.cost ?? null,
          input_mp: price.inputMegapixels,
          output_mp: price.outputMegapixels,
        }),
  };
}

function bodyProblem(kind: 'not-json' | 'not-object'): unknown {
  return kind === 'not-json'
    ? { loc: ['body', 0], msg: 'JSON decode error', type: 'json_invalid' }
    : {
        loc: ['body'],
        msg: 'Input should be a valid dictionary or object to extract fields from',
        type: 'model_attributes_type',
      };
}
