import { describe, expect, it } from 'vitest';
import type { Provider } from '../../../src/core/api/provider';
import { keyMayGoTo, pollingUrlOf, resultMayComeFrom } from '../../../src/core/api/trust';
import { providerOf } from '../../support/fluxClient';

const bfl = providerOf('bfl');
const relay = providerOf('openai-hk');
const custom = providerOf('custom');
const demo = providerOf('demo');
const local: Provider = { ...custom, baseUrl: 'http://localhost:4100/v1' };

describe('where the key may go', () => {
  it.each([
    [bfl, 'https://api.bfl.ai/v1/flux-2-pro'],
    [bfl, 'https://api.eu2.bfl.ai/v1/get_result?id=1'],
    [bfl, 'https://bfl.ai/x'],
    [relay, 'https://api.openai-hk.com/bfl/v1/get_result?id=1'],
    [custom, 'https://flux.example.com/elsewhere'],
    [local, 'http://localhost:4100/v1/flux-dev'],
  ])('$id: %s', (provider, url) => {
    expect(keyMayGoTo(url, provider)).toBe(true);
  });

  it.each([
    [bfl, 'http://api.bfl.ai/v1/flux-2-pro'],
    [bfl, 'https://api.eu2.bfl.ai:8443/v1/get_result?id=1'],
    [bfl, 'https://evilbfl.ai/v1'],
    [bfl, 'https://bfl.ai.evil.com/v1'],
    [bfl, 'https://api.bfl.ai@evil.com/v1'],
    [bfl, 'https://user:pw@api.eu2.bfl.ai/v1'],
    [bfl, 'https://user@api.bfl.ai/v1'],
    [bfl, 'https://api.bfl.ai./v1'],
    [bfl, 'https://evil.com\\@api.bfl.ai/v1'],
    [bfl, 'https://evil.com#.bfl.ai'],
    [bfl, 'not a url'],
    [relay, 'https://api.eu2.bfl.ai/v1/get_result?id=1'],
    [relay, 'https://openai-hk.com/bfl/v1'],
    [relay, 'http://api.openai-hk.com/bfl/v1'],
    [custom, 'https://flux.example.com:444/v1'],
    [custom, 'https://api.bfl.ai/v1'],
    [local, 'http://localhost:4101/v1/flux-dev'],
    [demo, 'http://127.0.0.1:4100/v1/flux-dev'],
  ])('not: $id %s', (provider, url) => {
    expect(keyMayGoTo(url, provider)).toBe(false);
  });
});

describe('where a task is asked after', () => {
  const id = 'a b/c?d';
  const own = (provider: Provider) => `${provider.baseUrl}/get_result?id=a%20b%2Fc%3Fd`;

  it.each([
    [bfl, 'https://api.eu2.bfl.ai/v1/get_result?id=7'],
    [custom, 'https://flux.example.com/poll/7'],
  ])('$id: verbatim at %s', (provider, pollingUrl) => {
    expect(pollingUrlOf({ id, pollingUrl }, provider)).toBe(pollingUrl);
  });

  it.each([
    [bfl, 'https://evil.com/v1/get_result?id=7'],
    [bfl, 'https://api.eu2.bfl.ai/v1/get_result?id=7&key=***'],
    [bfl, undefined],
    [relay, 'https://api.openai-hk.com/elsewhere'],
    [relay, 'https://api.eu2.bfl.ai/v1/get_result?id=7'],
    [custom, 'https://api.eu2.bfl.ai/v1/get_result?id=7'],
    [demo, 'http://127.0.0.1:4100/elsewhere'],
  ])('$id: at its own get_result, not at %s', (provider, pollingUrl) => {
    expect(pollingUrlOf({ id, ...(pollingUrl && { pollingUrl }) }, provider)).toBe(own(provider));
  });
});

describe('where a result may come from', () => {
  it.each([
    'https://delivery-us1.bfl.ai/results/a/sample.jpeg?se=2025-06-09T14%3A16%3A35Z&sig=x',
    'https://bfldeliveryprodeu4.blob.core.windows.net/results/a.png',
    'https://8.8.8.8/a.png',
    'https://[2606:4700::1111]/a.png',
    'https://100.63.0.1/a.png',
    'https://172.32.0.1/a.png',
  ])('%s', (url) => {
    expect(resultMayComeFrom(url, bfl)).toBe(true);
    expect(resultMayComeFrom(url, local)).toBe(true);
  });

  it.each([
    'http://delivery-us1.bfl.ai/a.png',
    'file:///etc/passwd',
    'ftp://delivery.bfl.ai/a.png',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '/relative.png',
    '',
    'https://user:pw@delivery-us1.bfl.ai/a.png',
    'https://0.0.0.0/a.png',
    'https://10.1.2.3/a.png',
    'https://100.64.0.1/a.png',
    'https://169.254.169.254/latest/meta-data',
    'https://2852039166/latest/meta-data',
    'https://0xA9FEA9FE/latest/meta-data',
    'https://0251.0376.0251.0376/latest/meta-data',
    'https://169.254.43518/latest/meta-data',
    'https://169.254.169.254./latest/meta-data',
    'https://１６９.２５４.１６９.２５４/latest/meta-data',
    'https://[::ffff:169.254.169.254]/latest/meta-data',
    'https://[::169.254.169.254]/latest/meta-data',
    'https://[64:ff9b::a9fe:a9fe]/latest/meta-data',
    'https://[fd00:ec2::254]/latest/meta-data',
    'https://metadata.google.internal/computeMetadata/v1',
    'https://metadata.google.internal./computeMetadata/v1',
    'https://printer.local/a.png',
    'https://nas.home.arpa/a.png',
    'https://localhost.localdomain/a.png',
    'https://172.16.0.1/a.png',
    'https://192.168.1.1/a.png',
    'https://192.0.0.8/a.png',
    'https://198.18.0.1/a.png',
    'https://224.0.0.1/a.png',
    'https://255.255.255.255/a.png',
    'https://2130706434/a.png',
    'https://[::]/a.png',
    'https://[fd00::1]/a.png',
    'https://[fe80::1]/a.png',
    'https://[::ffff:10.0.0.1]/a.png',
    'https://[64:ff9b::a00:1]/a.png',
    'https://[2002:a00:1::]/a.png',
    'https://[2001::1]/a.png',
    'https://[ff02::1]/a.png',
    'https://router/a.png',
    'https://delivery-us1.bfl.ai/a.png?key=***',
  ])('not %s', (url) => {
    expect(resultMayComeFrom(url, bfl)).toBe(false);
  });

  it.each([
    'http://127.0.0.1:9/a.png',
    'https://127.0.0.1:9/a.png',
    'https://localhost/a.png',
    'https://localhost./a.png',
    'https://localhost../a.png',
    'https://127.1/a.png',
    'https://0177.0.0.1/a.png',
    'https://[::ffff:127.0.0.1]/a.png',
    'https://a.localhost/a.png',
    'https://[::1]/a.png',
    'https://0x7f.1/a.png',
  ])('a public provider not from this machine: %s', (url) => {
    expect(resultMayComeFrom(url, bfl)).toBe(false);
    expect(resultMayComeFrom(url, custom)).toBe(false);
  });

  it.each(['http://127.0.0.1:9/a.png', 'https://localhost:9/a.png', 'http://[::1]:9/a.png'])(
    'a provider on this machine from it: %s',
    (url) => {
      expect(resultMayComeFrom(url, demo)).toBe(true);
      expect(resultMayComeFrom(url, local)).toBe(true);
    },
  );

  it.each(['http://10.0.0.1/a.png', 'http://example.com/a.png', 'ftp://127.0.0.1/a.png'])(
    'a provider on this machine not from %s',
    (url) => {
      expect(resultMayComeFrom(url, demo)).toBe(false);
    },
  );

  const privately = (origin: string): Provider => ({ ...custom, baseUrl: `${origin}/v1` });

  it.each(['https://10.0.0.5', 'https://flux', 'https://flux:8443', 'https://[fd00::1]'])(
    'a provider in a private network from its own origin: %s',
    (origin) => {
      expect(resultMayComeFrom(`${origin}/results/a.png`, privately(origin))).toBe(true);
    },
  );

  it.each([
    'http://10.0.0.5/a.png',
    'https://10.0.0.5:8443/a.png',
    'https://10.0.0.6/a.png',
    'https://user:pw@10.0.0.5/a.png',
    'https://127.0.0.1/a.png',
  ])('a provider in a private network not from %s', (url) => {
    expect(resultMayComeFrom(url, privately('https://10.0.0.5'))).toBe(false);
  });
});
