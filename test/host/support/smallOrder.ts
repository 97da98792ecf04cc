import type { GenerationOrder } from '../../../src/host/tasks/order';
import { freshFolder } from './flux';

/** An order of one picture of 3 credits, small so that it is painted quickly, for a folder of its own. */
export function smallOrder(more: Partial<GenerationOrder> = {}): GenerationOrder {
  return {
    prompt: 'A red boat',
    model: 'flux-2-pro',
    parameters: { width: 64, height: 64 },
    references: [],
    count: 1,
    target: freshFolder(),
    ...more,
  };
}
