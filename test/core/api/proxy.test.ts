import { describe, expect, it } from 'vitest';
import { routeTo, type ProxySettings } from '../../../src/core/api/proxy';

const api = 'https://api.example.test/v1/flux-dev';
const proxy = 'http://proxy.test:8080';

const through = (settings: Partial<ProxySettings>, url = api) =>
  routeTo(url, { proxy: '', noProxy: [], proxySupport: 'override', environment: {}, ...settings });

const tunnel = (origin: string) => ({ kind: 'tunnel', proxy: { origin } });
const direct = { kind: 'direct' };

describe('which proxy a request goes through', () => {
  it.each<[string, Partial<ProxySettings>, object]>([
    ['none is asked for', {}, direct],
    ['the setting', { proxy }, tunnel(proxy)],
    ['an https proxy', { proxy: 'https://proxy.test' }, tunnel('https://proxy.test')],
    ['a path means nothing', { proxy: `${proxy}/` }, tunnel(proxy)],
    ['no scheme', { proxy: 'proxy.test:8080' }, tunnel(proxy)],
    ['an address as IPv6', { proxy: 'http://[2001:db8::1]:1' }, tunnel('http://[2001:db8::1]:1')],
    ['the lower case', { environment: { https_proxy: proxy } }, tunnel(proxy)],
    ['the upper case', { environment: { HTTPS_PROXY: proxy } }, tunnel(proxy)],
    ['only one for http', { environment: { HTTP_PROXY: proxy } }, tunnel(proxy)],
    [
      'the lower case before the upper, https before http',
      {
        environment: {
          https_proxy: proxy,
          HTTPS_PROXY: 'http://b.test',
          http_proxy: 'http://c.test',
        },
      },
      tunnel(proxy),
    ],
    ['empty is unset', { environment: { https_proxy: '', HTTPS_PROXY: proxy } }, tunnel(proxy)],
    [
      'the setting before the environment',
      { proxy, environment: { https_proxy: 'http://b.test' } },
      tunnel(proxy),
    ],
    [
      'none for extensions',
      { proxy, proxySupport: 'off', environment: { HTTPS_PROXY: proxy } },
      direct,
    ],
    ['a proxy for SOCKS', { proxy: 'socks5://a.test:1' }, { kind: 'unusable', scheme: 'socks5' }],
    ['not an address', { proxy: 'http://' }, { kind: 'unusable', scheme: 'http' }],
  ])('%s', (_what, settings, route) => {
    expect(through(settings)).toEqual(route);
  });

  it.each([
    ['http://ann:secret@p.test', { username: 'ann', password: 'secret' }],
    ['http://ann%40corp:p%3A%2F%20w@p.test', { username: 'ann@corp', password: 'p:/ w' }],
    ['http://ann@p.test', { username: 'ann', password: '' }],
    ['http://ann:50%@p.test', { username: 'ann', password: '50%' }],
    ['ann:secret@p.test', { username: 'ann', password: 'secret' }],
  ])('takes the credentials out of %s', (address, credentials) => {
    const route = through({ proxy: address });
    expect(route).toEqual({ kind: 'tunnel', proxy: { origin: 'http://p.test', credentials } });
  });

  it.each([
    'http://localhost:4100/v1',
    'https://localhost/v1',
    'http://127.0.0.1:4100/v1',
    'http://127.9.9.9/v1',
    'http://[::1]:4100/v1',
  ])('never asks this machine through one: %s', (url) => {
    expect(through({ proxy, environment: { HTTPS_PROXY: proxy } }, url)).toEqual(direct);
  });
});

describe('which hosts go without a proxy', () => {
  it.each([
    ['*', api],
    ['api.example.test', api],
    ['API.Example.Test', api],
    ['example.test', api],
    ['.example.test', api],
    ['*.example.test', api],
    ['test', api],
    ['api.example.test:443', api],
    ['example.test:8443', 'https://api.example.test:8443/v1'],
    ['example.test:80', 'http://api.example.test/v1'],
    [' other.test , example.test', api],
    ['203.0.113.7', 'https://203.0.113.7/v1'],
    ['2001:db8::1', 'https://[2001:db8::1]/v1'],
    ['[2001:db8::1]:443', 'https://[2001:db8::1]/v1'],
  ])('%s: %s', (list, url) => {
    expect(through({ proxy, environment: { NO_PROXY: list } }, url)).toEqual(direct);
    expect(through({ proxy, noProxy: list.split(',') }, url)).toEqual(direct);
  });

  it.each([
    ['', api],
    [',', api],
    ['other.test', api],
    ['ple.test', api],
    ['api.example.test.evil.test', api],
    ['api.example.test:80', api],
    ['www.api.example.test', api],
    ['.', api],
    ['203.0.113.0/24', 'https://203.0.113.7/v1'],
    ['[2001:db8::1]:80', 'https://[2001:db8::1]/v1'],
  ])('not %s: %s', (list, url) => {
    expect(through({ proxy, environment: { no_proxy: list } }, url)).toEqual(tunnel(proxy));
    expect(through({ proxy, noProxy: [list] }, url)).toEqual(tunnel(proxy));
  });

  it('takes the setting in place of the environment', () => {
    const environment = { NO_PROXY: 'api.example.test' };
    expect(through({ proxy, noProxy: ['other.test'], environment })).toEqual(tunnel(proxy));
    expect(through({ proxy, noProxy: [], environment })).toEqual(direct);
  });

  it('parts the variable at blanks too', () => {
    const environment = { NO_PROXY: 'other.test example.test' };
    expect(through({ proxy, environment })).toEqual(direct);
  });

  it('takes the lower case before the upper', () => {
    const environment = { no_proxy: 'other.test', NO_PROXY: 'api.example.test' };
    expect(through({ proxy, environment })).toEqual(tunnel(proxy));
  });
});
