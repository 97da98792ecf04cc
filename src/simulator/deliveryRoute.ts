import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { send } from './answers';
import { blobAnswer } from './blob';
import { answerFault, isAnswerFault } from './faultAnswers';
import type { DownloadFault } from './faults';
import { readLink } from './links';
import type { Exchange } from './listener';
import type { Service } from './service';
import type { Task } from './task';

/** `GET` of a result link: the picture, to who shows no credentials and comes in time. No CORS, as at the service. */
export async function deliver(service: Service, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  service.recorder.add('delivery', exchange);
  if (request.headers['x-key'] !== undefined || request.headers.authorization !== undefined) {
    refuse(response, 'A key was sent to the delivery host.');
    return;
  }
  if (request.headers.origin !== undefined) {
    refuse(response, 'Pages of the web get nothing here.');
    return;
  }
  const link = readLink(url, service.linkSecret);
  const task = link === undefined ? undefined : service.tasks.get(link.taskId);
  if (link === undefined || task === undefined) {
    refuse(response, 'Signature did not match.');
    return;
  }
  const fault =
    service.faults.take('download', { model: task.model.id }) ?? task.faults.take('download');
  if (isAnswerFault(fault)) {
    answerFault(fault, request, response);
  } else if (fault?.kind === 'expired' || service.now() > link.expiresAt) {
    refuse(response, 'Signature not valid in the specified time frame.');
  } else {
    await service.onStage?.('download-arrived', task.id);
    await sendPicture(service, exchange, task, fault);
  }
}

/** As Azure Blob Storage refuses, which the service delivers from. */
function refuse(response: ServerResponse, reason: string): void {
  send(response, 403, 'application/xml', errorXml('AuthenticationFailed', reason));
}

function errorXml(code: string, reason: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${reason}</Message></Error>`;
}

async function sendPicture(
  { onStage, paint }: Service,
  { request, response }: Exchange,
  task: Task,
  fault: Exclude<DownloadFault, { kind: 'expired' }> | undefined,
): Promise<void> {
  const whole = await paint(task);
  const type = `image/${task.format}`;
  // What these two send is not the picture, so there is no part of it to ask for.
  if (fault?.kind === 'html') {
    send(response, 200, type, '<!doctype html><title>Not an image</title>');
    return;
  }
  if (fault?.kind === 'oversized') {
    response.writeHead(200, {
      'content-type': type,
      ...(fault.declared === true ? { 'content-length': fault.bytes } : {}),
    });
    await stream(response, padded(whole, fault.bytes));
    return;
  }
  const { status, bytes, ...answer } = blobAnswer(request.headers, whole, task.readyAt);
  if (status === 416) {
    const reason = 'The range specified is invalid for the current size of the resource.';
    send(response, 416, 'application/xml', errorXml('InvalidRange', reason), answer.headers);
    return;
  }
  const length = bytes.byteLength;
  const half = Math.floor(length / 2);
  const headers = { ...answer.headers, 'content-type': type };
  switch (fault?.kind) {
    case 'truncated':
      response.writeHead(status, { ...headers, 'content-length': length });
      response.write(bytes.subarray(0, half), () => response.destroy());
      return;
    case 'wrong-length':
      response.writeHead(status, { ...headers, 'content-length': half, connection: 'close' });
      response.end(bytes);
      return;
    case 'slow':
      response.writeHead(status, { ...headers, 'content-length': length });
      await stream(response, slowly(bytes, fault));
      return;
    case undefined:
      if (onStage === undefined) {
        send(response, status, type, bytes, headers);
        return;
      }
      response.writeHead(status, { ...headers, 'content-length': length });
      await stream(
        response,
        inHalves(bytes, (stage) => onStage(stage, task.id)),
      );
  }
}

async function* inHalves(
  bytes: Uint8Array,
  onStage: (stage: 'download-half' | 'download-sent') => Promise<void> | void,
): AsyncGenerator<Uint8Array> {
  const half = Math.ceil(bytes.byteLength / 2);
  yield bytes.subarray(0, half);
  await onStage('download-half');
  yield bytes.subarray(half);
  await onStage('download-sent');
}

async function* slowly(
  bytes: Uint8Array,
  { pieces, pauseMs }: DownloadFault & { kind: 'slow' },
): AsyncGenerator<Uint8Array> {
  const length = Math.ceil(bytes.byteLength / pieces);
  for (let start = 0; start < bytes.byteLength; start += length) {
    yield bytes.subarray(start, start + length);
    await delay(pauseMs);
  }
}

function* padded(bytes: Uint8Array, total: number): Generator<Uint8Array> {
  const padding = Buffer.alloc(64 * 1024);
  yield bytes.subarray(0, total);
  for (let left = total - bytes.byteLength; left > 0; left -= padding.byteLength) {
    yield padding.subarray(0, left);
  }
}

/** Sends piece by piece, no faster than they are taken. */
async function stream(
  response: ServerResponse,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await pipeline(Readable.from(pieces), response);
}
