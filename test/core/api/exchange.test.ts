import { expect, it } from 'vitest';
import type { FluxClientOptions } from '../../../src/core/api/client';
import { callApi } from '../../../src/core/api/exchange';
import { TransportError } from '../../../src/core/api/transport';
import { FakeClock } from '../../support/fakeClock';
import { fakeTransport } from '../../support/fakeTransport';
import { key, providerOf } from '../../support/fluxClient';

const nothing = () => undefined;
const clock = new FakeClock({ auto: true });
const options: Omit<FluxClientOptions, 'transport'> = {
  ...{ provider: providerOf('bfl'), key, clock, random: () => 0.5 },
  log: { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing },
};
const { signal } = new AbortController();
const stage = { charged: 'no' } as const;

it('the key stays behind where a call goes to a foreign host, whoever asks for it', async () => {
  const { transport, requests } = fakeTransport([{ body: {} }], clock);
  const url = 'https://evil.com/v1/get_result';
  await callApi({ ...options, transport }, { method: 'GET', url, signal, stage });
  expect(requests[0]?.headers).toEqual({ accept: 'application/json' });
});

it('what breaks once the answer has begun was sent, whatever the transport says', async () => {
  const broken = new TransportError('lost', false);
  const transport = () =>
    Promise.resolve({
      status: 200,
      header: nothing,
      text: () => Promise.reject(broken),
      chunks: () => {
        throw broken;
      },
      discard: () => Promise.resolve(),
    });
  const url = 'https://api.bfl.ai/v1/flux-dev';
  const call = { method: 'POST', url, body: '{}', signal, stage } as const;
  expect(await callApi({ ...options, transport }, call)).toMatchObject({
    ...{ kind: 'no answer', sent: true, cause: 'lost' },
  });
});
