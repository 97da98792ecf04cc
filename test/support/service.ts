import { afterAll } from 'vitest';
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../src/simulator/simulator';

/** A service of the test file's own: its tasks are ready at once unless asked otherwise, and it ends with the file. */
export async function simulate(options: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator({ latency: 'instant', ...options });
  afterAll(() => simulator.dispose());
  return simulator;
}

/** How the `custom` provider talks to a service. */
export interface CustomProvider {
  readonly authHeader: 'bearer' | 'x-key';
  readonly polling: 'get_result' | 'polling_url';
}

/** As the official API is talked to. */
export const officialWay: CustomProvider = { authHeader: 'x-key', polling: 'polling_url' };

/** As the relay is talked to. */
export const relayWay: CustomProvider = { authHeader: 'bearer', polling: 'get_result' };

/** User settings that make a simulator the service of the `custom` provider, without choosing that provider. */
export function customService(
  { baseUrl }: Simulator,
  { authHeader, polling }: CustomProvider = officialWay,
): Record<string, unknown> {
  return {
    'fluxAssets.custom.baseUrl': baseUrl,
    'fluxAssets.custom.authHeader': authHeader,
    'fluxAssets.custom.polling': polling,
  };
}

/** As `customService`, and the provider is chosen. */
export function chosenService(simulator: Simulator, way?: CustomProvider): Record<string, unknown> {
  return { ...customService(simulator, way), 'fluxAssets.provider': 'custom' };
}

/** The create requests that have arrived, oldest first. */
export function posts({ requests }: Simulator) {
  return requests.filter(({ method }) => method === 'POST');
}
