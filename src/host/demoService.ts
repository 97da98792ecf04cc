import type { Simulator } from '../simulator/simulator';
import { Disposable } from './disposable';

/** Long enough to see a task run, shorter than the real service: nobody waits 40 s for a placeholder. */
const LATENCY_MS = 2000;

/** The simulator behind the `demo` provider: started with the first request, in this process, on loopback. */
export class DemoService extends Disposable {
  private starting: Promise<Simulator> | undefined;

  /** Where it listens. */
  async baseUrl(): Promise<string> {
    this.starting ??= start();
    try {
      return (await this.starting).baseUrl;
    } catch (error) {
      this.starting = undefined;
      throw error;
    }
  }

  override dispose(): void {
    void this.starting?.then(
      (simulator) => simulator.dispose(),
      () => undefined,
    );
    super.dispose();
  }
}

async function start(): Promise<Simulator> {
  const { startSimulator } = await import('../simulator/simulator');
  return startSimulator({ latency: LATENCY_MS });
}
