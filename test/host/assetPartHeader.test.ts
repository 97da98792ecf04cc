import assert from 'node:assert/strict';

import { openCodecs } from '../../src/codecs/codecs';
import type { ImageFormat } from '../../src/core/api/model';
import { AssetWriter } from '../../src/host/assets/assetWriter';
import { freshFolder } from './support/flux';
import { oneAtATime } from './support/oneAtATime';

const codecs = openCodecs();

async function picture(format: ImageFormat): Promise<Buffer> {
  const data = new Uint8ClampedArray(4 * 6 * 4).fill(255);
  return Buffer.from(await codecs.encode({ width: 4, height: 6, data }, format));
}

/** A JPEG with `segments` of 64 KB of metadata before it says its size. */
function withMetadata(jpeg: Buffer, segments: number): Buffer {
  const segment = Buffer.alloc(0xffff + 2);
  segment.writeUInt32BE(0xffe2ffff);
  const metadata = Array.from({ length: segments }, () => segment);
  return Buffer.concat([jpeg.subarray(0, 2), ...metadata, jpeg.subarray(2)]);
}

describe('the header of a part', () => {
  const writer = new AssetWriter(freshFolder(), oneAtATime());

  async function headerOf(...pieces: Uint8Array[]) {
    const part = await writer.open(freshFolder(), 'task-1');
    for (const piece of pieces) await part.append(piece);
    try {
      return await part.header();
    } finally {
      await part.discard();
    }
  }

  for (const format of ['png', 'jpeg', 'webp'] as const) {
    it(`says what a ${format} is, by its bytes`, async () => {
      const bytes = await picture(format);
      const found = await headerOf(bytes.subarray(0, 10), bytes.subarray(10));
      assert.deepEqual(found, { format, width: 4, height: 6 });
    });
  }

  it('is found behind a lot of metadata, too', async () => {
    const bytes = withMetadata(await picture('jpeg'), 20);
    assert.deepEqual(await headerOf(bytes), { format: 'jpeg', width: 4, height: 6 });
  });

  it('is not looked for in the whole of something large', async () => {
    assert.equal(await headerOf(withMetadata(await picture('jpeg'), 70)), undefined);
  });

  it('is none where there is no picture', async () => {
    const png = await picture('png');
    const broken = Buffer.from(png);
    broken[25] = 7;
    const cases = [Buffer.of(), Buffer.from('<!doctype html>'), png.subarray(0, 20), broken];
    for (const bytes of cases) assert.equal(await headerOf(bytes), undefined);
  });
});
