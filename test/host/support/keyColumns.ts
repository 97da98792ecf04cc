import type { ProviderId } from '../../../src/core/api/provider';
import { resolveProvider, type ProviderSettings } from '../../../src/core/api/providers';
import type { SimulatorOptions } from '../../../src/simulator/simulator';

/** A key with what URLs and JSON write in several ways. */
export const secret = 'hk-S3cr/et+k3y=';

/** A column of the table of keys: a provider, with a service on loopback in the place of its own. */
export interface KeyColumn {
  readonly name: string;
  readonly id: ProviderId;
  /** How the service stands to keys. */
  readonly service: SimulatorOptions;
  /** The header that the key belongs into; `demo` has none. */
  readonly header: 'x-key' | 'authorization' | undefined;
  readonly custom?: Pick<ProviderSettings['custom'], 'authHeader' | 'polling'>;
}

/** Each provider, `custom` in both of its ways, and always with the polling that trusts more. */
export const keyColumns: readonly KeyColumn[] = [
  { name: 'demo', id: 'demo', service: {}, header: undefined },
  { name: 'bfl', id: 'bfl', service: { key: secret }, header: 'x-key' },
  {
    name: 'openai-hk',
    id: 'openai-hk',
    service: { key: secret, dialect: 'relay' },
    header: 'authorization',
  },
  {
    name: 'custom with bearer',
    id: 'custom',
    // It takes any key: that of a relay has no route for the balance, which is to be asked here too.
    service: {},
    header: 'authorization',
    custom: { authHeader: 'bearer', polling: 'polling_url' },
  },
  {
    name: 'custom with x-key',
    id: 'custom',
    service: { key: secret },
    header: 'x-key',
    custom: { authHeader: 'x-key', polling: 'polling_url' },
  },
];

/** The column's provider with its own ways at another base, whatever the settings say. */
export function providerAt({ id, custom }: KeyColumn, baseUrl: string): typeof resolveProvider {
  return (_chosen, given) => {
    const settings = { ...given, custom: { ...given.custom, ...custom, baseUrl } };
    return { ...resolveProvider(id, settings), baseUrl };
  };
}
