import { randomUUID } from 'node:crypto';
import type { ImageFormat, Model } from '../core/api/model';
import { costOf } from '../core/money/cost';
import type { FaultPlan } from './faults';
import type { Inputs } from './inputs';
import { durationOf } from './latency';
import type { Service } from './service';
import { outputSize } from './size';
import type { Task } from './task';

/** The task that a valid body asks for; it is in no table yet and not charged. */
export function newTask(
  service: Service,
  model: Model,
  body: Readonly<Record<string, unknown>>,
  inputs: Inputs,
  faults: FaultPlan,
): Task {
  const size = outputSize(model, body, inputs);
  const sizes = inputs.images.filter((one) => one.field !== 'mask').map((one) => one.size);
  const price = costOf(model, { dialect: service.dialect, pixels: size, inputs: sizes, body });
  const createdAt = service.now();
  const duration = durationOf(model, price.outputMegapixels, service.latency, service.random);
  return {
    id: randomUUID(),
    model,
    prompt: text(body['prompt']),
    seed: typeof body['seed'] === 'number' ? body['seed'] : Math.floor(service.random() * 2 ** 32),
    format: isFormat(body['output_format']) ? body['output_format'] : model.defaultFormat,
    size,
    numbers: numbersOf(body),
    inputs,
    price,
    createdAt,
    readyAt: createdAt + duration,
    faults,
  };
}

function numbersOf(body: Readonly<Record<string, unknown>>): Record<string, number> {
  const entries = Object.entries(body);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isFormat(value: unknown): value is ImageFormat {
  return value === 'png' || value === 'jpeg' || value === 'webp';
}
