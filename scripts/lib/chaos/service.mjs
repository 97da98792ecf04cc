import { bundled } from './bundled.mjs';

/** The key that the service wants. */
export const serviceKey = 'chaos-key';

/**
 * The simulated service in this process, so that it outlives the extension hosts. `begin({ faults, onStage })` opens
 * a new account; `onStage` hears of the simulator's stages with the task's number, from 0 in the order of acceptance,
 * and its id. `account()` tells since then `{ posts, charges, prompts }`: how many, and the prompts of the POSTs that
 * were read. `options` are the simulator's.
 */
export async function startService(folder, options) {
  const { startSimulator } = await bundled(folder, 'src/simulator/simulator.ts');
  let current = { posts: 0, tasks: [], chargedBefore: 0, requestsBefore: new Set() };
  const simulator = await startSimulator({
    key: serviceKey,
    latency: 'instant',
    ...options,
    onStage: async (stage, taskId) => {
      const { tasks, onStage } = current;
      if (stage === 'create-arrived') current.posts += 1;
      if (stage === 'create-accepted') tasks.push(taskId);
      await onStage?.(stage, tasks.indexOf(taskId), taskId);
    },
  });
  return {
    simulator,
    baseUrl: simulator.baseUrl,
    stop: () => simulator.dispose(),
    begin: ({ faults = [], onStage }) => {
      current = {
        posts: 0,
        tasks: [],
        chargedBefore: simulator.charges.length,
        // The simulator keeps only the latest, so that a number would not do.
        requestsBefore: new Set(simulator.requests),
        onStage,
      };
      simulator.setFaults(faults);
    },
    account: () => ({
      posts: current.posts,
      charges: simulator.charges.length - current.chargedBefore,
      prompts: simulator.requests
        .filter((request) => request.method === 'POST' && !current.requestsBefore.has(request))
        .flatMap(({ body }) => body?.prompt ?? []),
    }),
  };
}
