import { describe, expect, it } from 'vitest';
import { isGenerationFailure } from '../../../src/core/api/failure';
import type { ProviderSettings } from '../../../src/core/api/providers';
import { resolveProvider } from '../../../src/core/api/providers';

const settings: ProviderSettings = {
  exchangeRate: 4,
  custom: { baseUrl: '', authHeader: 'x-key', polling: 'polling_url', rate: 2 },
};

function custom(baseUrl: string) {
  return resolveProvider('custom', { ...settings, custom: { ...settings.custom, baseUrl } });
}

describe('the providers', () => {
  it.each([
    [
      'bfl',
      { baseUrl: 'https://api.bfl.ai/v1', auth: 'x-key', polling: 'polling_url', refunds: true },
      { dialect: 'source', hasCredits: true, money: { currency: 'USD', perCredit: 0.01 } },
    ],
    [
      'openai-hk',
      { baseUrl: 'https://api.openai-hk.com/bfl/v1', auth: 'bearer', polling: 'get_result' },
      { dialect: 'relay', hasCredits: false, money: { currency: 'CNY', perCredit: 0.04 } },
    ],
    [
      'demo',
      { baseUrl: 'http://127.0.0.1:9/v1', auth: 'none', polling: 'get_result', refunds: false },
      { dialect: 'source', hasCredits: false, money: { currency: 'USD', perCredit: 0 } },
    ],
  ] as const)('%s', (id, how, what) => {
    const provider = resolveProvider(id, { ...settings, demoBaseUrl: 'http://127.0.0.1:9/v1' });
    expect(provider).toMatchObject({ id, ...how, ...what });
  });

  it('only the source is known to charge nothing for what it refuses', () => {
    expect(resolveProvider('openai-hk', settings).refunds).toBe(false);
    expect(custom('https://flux.example.com').refunds).toBe(false);
  });

  it('custom takes its ways from the settings', () => {
    expect(custom('https://flux.example.com/v1')).toMatchObject({
      ...{ auth: 'x-key', polling: 'polling_url', dialect: 'source', hasCredits: true },
      money: { currency: 'USD', perCredit: 0.02 },
    });
  });

  it('demo can be looked at before its simulator runs', () => {
    expect(resolveProvider('demo', settings).baseUrl).toBe('');
  });
});

describe('the base URL of custom', () => {
  it.each([
    ['https://flux.example.com/v1', 'https://flux.example.com/v1'],
    [' https://flux.example.com/v1// ', 'https://flux.example.com/v1'],
    ['https://flux.example.com:8443', 'https://flux.example.com:8443'],
    ['http://127.0.0.1:4000/v1/', 'http://127.0.0.1:4000/v1'],
    ['http://localhost:4000', 'http://localhost:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
  ])('%j is taken as %j', (given, taken) => {
    expect(custom(given).baseUrl).toBe(taken);
  });

  it.each([
    ...['', 'flux.example.com', 'http://flux.example.com', 'ftp://flux.example.com'],
    ...['https://user:pw@flux.example.com', 'https://key@flux.example.com'],
    'https://:pw@flux.example.com',
    ...['https://flux.example.com/v1?key=1', 'https://flux.example.com/v1#a', 'file:///etc/passwd'],
    ...['http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://[::ffff:7f00:1]'],
  ])('%j is refused', (given) => {
    let caught: unknown;
    try {
      custom(given);
    } catch (error) {
      caught = error;
    }
    expect(isGenerationFailure(caught) && caught.failure).toEqual({
      ...{ code: 'invalid-request', charged: 'no', detail: 'bad-base-url' },
    });
  });
});
