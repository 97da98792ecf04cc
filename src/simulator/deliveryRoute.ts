import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { send } from './answers';
import { answerFault, isAnswerFault } from './faultAnswers';
import type { DownloadFault } from './faults';
import { readLink } from './links';
import type { Exchange } from './listener';
import type { Service } from './service';
import type { Task } from './task';

/** `GET` of a result link: the picture, to who shows no credentials and comes in time. No CORS, as at the service. */
export async function deliver(service: Service, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  service.recorder.add('delivery', request);
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
    await sendPicture(response, task, await service.paint(task), fault);
  }
}

/** As Azure Blob Storage refuses, which the service delivers from. */
function refuse(response: ServerResponse, reason: string): void {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code><Message>${reason}</Message></Error>`;
  send(response, 403, 'application/xml', body);
}

async function sendPicture(
  response: ServerResponse,
  task: Task,
  bytes: Uint8Array,
  fault: Exclude<DownloadFault, { kind: 'expired' }> | undefined,
): Promise<void> {
  const type = `image/${task.format}`;
  const half = Math.floor(bytes.byteLength / 2);
  switch (fault?.kind) {
    case 'html':
      send(response, 200, type, '<!doctype html><title>Not an image</title>');
      return;
    case 'truncated':
      response.writeHead(200, { 'content-type': type, 'content-length': bytes.byteLength });
      response.write(bytes.subarray(0, half), () => response.destroy());
      return;
    case 'wrong-length':
      response.writeHead(200, {
        'content-type': type,
        'content-length': half,
        connection: 'close',
      });
      response.end(bytes);
      return;
    case 'slow':
      response.writeHead(200, { 'content-type': type, 'content-length': bytes.byteLength });
      await stream(response, slowly(bytes, fault));
      return;
    case 'oversized':
      response.writeHead(200, {
        'content-type': type,
        ...(fault.declared === true ? { 'content-length': fault.bytes } : {}),
      });
      await stream(response, padded(bytes, fault.bytes));
      return;
    case undefined:
      send(response, 200, type, bytes);
  }
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
