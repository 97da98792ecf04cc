import type { NetworkSettings } from '../../../src/host/network/networkSettings';
import { messageOf, startProcess } from './proxyProcess';

/** One request of a process of its own. */
export interface TransportRun {
  readonly url: string;
  readonly settings: NetworkSettings;
  /** Whether its Node knows no system store. */
  readonly lacksSystemStore?: boolean;
}

/** The body of the answer, or what the `TransportError` says. */
export type TransportOutcome =
  { readonly answer: string } | { readonly message: string; readonly sent: boolean };

/** What the transport makes of one GET, in a process with `env` added to the environment. */
export async function runTransport(
  run: TransportRun,
  env: NodeJS.ProcessEnv,
): Promise<TransportOutcome> {
  return messageOf<TransportOutcome>(startProcess('transport', run, env));
}

/** As where nothing is set. */
export function networkSettings(settings: Partial<NetworkSettings> = {}): NetworkSettings {
  return {
    proxy: '',
    noProxy: [],
    proxySupport: 'override',
    proxyAuthorization: '',
    proxyStrictSSL: true,
    systemCertificates: false,
    environment: {},
    ...settings,
  };
}
