import type { ServerResponse } from 'node:http';
import { errorBody, sendJson } from './answers';
import { answerFault, isAnswerFault } from './faultAnswers';
import type { PollFault } from './faults';
import { hasKey } from './key';
import { signLink } from './links';
import type { Exchange } from './listener';
import { refund, type Service } from './service';
import { isEnd, progressAt, statusAt, type Task } from './task';

/** The shape of every poll's answer. */
interface TaskAnswer {
  readonly id: string;
  readonly status: string;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly progress: number | null;
  readonly details: unknown;
  readonly preview: null;
  readonly cost?: number;
}

/** `GET /v1/get_result?id=`. */
export async function pollTask(
  service: Service,
  listener: 'api' | 'regional',
  exchange: Exchange,
): Promise<void> {
  const { request, response, url } = exchange;
  if (service.pollNeedsKey && !hasKey(service, exchange)) {
    sendJson(response, 403, errorBody(403));
    return;
  }
  const id = url.searchParams.get('id');
  if (id === null) {
    sendJson(response, 422, {
      detail: [{ loc: ['query', 'id'], msg: 'Field required', type: 'missing' }],
    });
    return;
  }
  await service.onStage?.('poll-arrived', id);
  const elsewhere = service.origins.regional && listener === 'api';
  const task = elsewhere ? undefined : service.tasks.get(id);
  const match = {
    model: task?.model.id,
    ready: task !== undefined && service.now() >= task.readyAt,
  };
  const fault = service.faults.take('poll', match) ?? task?.faults.take('poll', match);
  if (isAnswerFault(fault)) {
    answerFault(fault, request, response);
  } else if (task === undefined) {
    sendJson(response, 404, answerOf(id, 'Task not found'));
  } else {
    answerTask(service, task, fault, response);
  }
}

function answerTask(
  service: Service,
  task: Task,
  fault: PollFault | undefined,
  response: ServerResponse,
): void {
  const asked = fault?.kind === 'status' ? fault : undefined;
  const details = asked?.details ?? null;
  if (task.inputs.corrupt) {
    end(service, task, 'Error', { error: 'Invalid or corrupted image input' });
  } else if (asked !== undefined && isEnd(asked.status)) {
    end(service, task, asked.status, details);
  }
  if (asked !== undefined && task.end === undefined) {
    const answer = answerOf(task.id, asked.status, { details });
    sendJson(response, asked.httpStatus ?? 200, answer);
    return;
  }
  // A task that failed by its image has been seen to come as 422 (bfl-api.md §1.4).
  const httpStatus = asked?.httpStatus ?? (task.inputs.corrupt ? 422 : 200);
  sendJson(response, httpStatus, taskAnswer(service, task, fault));
}

function end(service: Service, task: Task, status: string, details: unknown): void {
  if (task.end !== undefined) return;
  task.end = { status, details };
  refund(service, task);
}

function taskAnswer(service: Service, task: Task, fault: PollFault | undefined): TaskAnswer {
  const now = service.now();
  const status = statusAt(task, now);
  if (task.end !== undefined) return answerOf(task.id, status, { details: task.end.details });
  if (status !== 'Ready') {
    // Image models have only been seen to say null; that FLUX 3 tells its progress is made up, for who shows it.
    return answerOf(task.id, status, {
      progress: status === 'Generating' ? Number(progressAt(task, now).toFixed(2)) : null,
    });
  }
  if (fault?.kind === 'ready-without-sample') return answerOf(task.id, status, { result: {} });
  const { cost } = task.price;
  return answerOf(task.id, status, {
    result: resultOf(service, task, fault?.kind === 'sample' ? fault.url : undefined),
    ...(service.dialect === 'source' && cost !== undefined ? { cost } : {}),
  });
}

function resultOf(service: Service, task: Task, sample: string | undefined): TaskAnswer['result'] {
  const link = signLink(
    service.origins.delivery,
    { taskId: task.id, expiresAt: linkEnd(service, task) },
    task.format,
    service.linkSecret,
  );
  return {
    sample: sample ?? link,
    prompt: task.prompt,
    seed: task.seed,
    start_time: task.createdAt / 1000,
    end_time: task.readyAt / 1000,
    duration: (task.readyAt - task.createdAt) / 1000,
  };
}

/** Ten minutes after the end of the task, of FLUX 3 an hour (bfl-api.md §1.6). */
function linkEnd({ linkLifetimeMs, renewLinks, now }: Service, task: Task): number {
  const lifetime = linkLifetimeMs ?? (task.model.family === 'flux-3' ? 60 : 10) * 60_000;
  return (renewLinks ? now() : task.readyAt) + lifetime;
}

function answerOf(id: string, status: string, more: Partial<TaskAnswer> = {}): TaskAnswer {
  return { id, status, result: null, progress: null, details: null, preview: null, ...more };
}
