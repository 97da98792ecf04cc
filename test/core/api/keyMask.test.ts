import { expect, it } from 'vitest';
import { isMasked, withoutEcho, withoutKey } from '../../../src/core/api/keyMask';
import { FakeClock } from '../../support/fakeClock';
import { fakeTransport } from '../../support/fakeTransport';

const key = 'hk-S3/"k3y';
const request = {
  method: 'GET',
  url: 'https://api.bfl.ai/v1/credits',
  headers: {},
  signal: new AbortController().signal,
} as const;

it.each([
  ['itself', `no ${key}!`],
  ['percent-encoded', `no ${encodeURIComponent(key)}!`],
  [
    'percent-encoded in small letters',
    `no ${encodeURIComponent(key).toLowerCase()}!`,
    'hk-s3/"k3y',
  ],
  ['a URL’s path', `no ${new URL(`https://a/${key}`).pathname.slice(1)}!`],
  ['JSON', `no ${JSON.stringify(key).slice(1, -1)}!`],
  ['JSON with escaped slashes', `no ${JSON.stringify(key).slice(1, -1).replace('/', '\\/')}!`],
  ['JSON in ASCII codes', 'no \\u0068k-S3\\u002F\\u0022k3y!'],
])('masks the key as %s', (_, text, spelt = key) => {
  expect(withoutKey(text, spelt)).toBe('no ***!');
});

it('leaves a text alone where there is no key', () => {
  expect(withoutKey('text', undefined)).toBe('text');
  expect(withoutKey('text', '')).toBe('text');
  expect(isMasked('https://a/text')).toBe(false);
});

it('lets the key come back in no text and no header', async () => {
  const body = { id: key, [key]: [key] };
  const { transport } = fakeTransport([{ body, headers: { etag: `"${key}"` } }], new FakeClock());
  const response = await withoutEcho(transport, key)(request);
  expect(response.header('etag')).toBe('"***"');
  expect(response.header('location')).toBeUndefined();
  expect(JSON.parse(await response.text())).toEqual({ id: '***', '***': ['***'] });
});

it('hands bytes on as they are, and gives the connection back', async () => {
  const { transport, openBodies } = fakeTransport([{ body: Uint8Array.of(1, 2) }], new FakeClock());
  const masked = withoutEcho(transport, key);
  const pieces: Uint8Array[] = [];
  for await (const piece of (await masked(request)).chunks()) pieces.push(piece);
  expect(pieces).toEqual([Uint8Array.of(1, 2)]);
  await (await masked(request)).discard();
  expect(openBodies()).toBe(0);
});

it('takes no few letters for a secret: they may stand in an id by chance', async () => {
  const { transport } = fakeTransport([{ body: { id: 'a-test-1' } }], new FakeClock());
  const response = await withoutEcho(transport, 'test')(request);
  expect(await response.text()).toBe('{"id":"a-test-1"}');
});
