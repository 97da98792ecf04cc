import { describe, expect, it, test, vi } from 'vitest';

import { readImageHeader } from '../../../../src/core/assets/imageHeader';
import { embedMetadata } from '../../../../src/core/assets/metadata/embedMetadata';
import {
  generationFactsOf,
  withoutPrompt,
} from '../../../../src/core/assets/metadata/generationFacts';
import { readMetadata } from '../../../../src/core/assets/metadata/readMetadata';
import {
  chunk,
  codecs,
  facts,
  imageFormats,
  jpegWith,
  picture,
  pngWith,
  readByExifr,
  segment,
  webpTypes,
  webpWith,
} from '../../../support/metadata';

// Encoders are compiled first, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const SOURCE = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

describe.each(imageFormats)('a %s', (format) => {
  it('says how it was made to a reader that is not ours', async () => {
    const found = await readByExifr(embedMetadata(await picture(format), facts));
    expect(found).toMatchObject({
      DigitalSourceType: `${SOURCE}trainedAlgorithmicMedia`,
      AIPromptInformation: facts.prompt,
      AISystemUsed: 'FLUX.2 [pro]',
      CreatorTool: 'FLUX.2 [pro] (flux-2-pro), Flux Assets',
      description: { lang: 'x-default', value: facts.prompt },
    });
  });

  it('keeps every pixel, its size and its format', async () => {
    for (const size of [
      [24, 16],
      [1, 1],
      [17, 301],
    ] as const) {
      const bytes = await picture(format, size);
      const embedded = embedMetadata(bytes, facts);
      expect(readImageHeader(embedded)).toEqual({ format, width: size[0], height: size[1] });
      expect(await codecs.decode(embedded, format)).toEqual(await codecs.decode(bytes, format));
    }
  });

  it('gets the same bytes each time, and nothing a second time', async () => {
    const bytes = await picture(format);
    const embedded = embedMetadata(bytes, facts);
    expect(embedMetadata(bytes, facts)).toEqual(embedded);
    expect(embedMetadata(embedded, facts)).toEqual(embedded);
  });

  it('has no word of the prompt where it is not to', async () => {
    const parameters = {
      ...facts.parameters,
      negative_prompt: 'a red boat',
      prompt_upsampling: true,
    };
    const wordless = withoutPrompt({ ...facts, parameters });
    const embedded = embedMetadata(await picture(format), wordless);
    expect(Buffer.from(embedded).toString('latin1')).not.toMatch(/red|boat|rewritten/i);
    const found = readMetadata(embedded);
    expect(found).toMatchObject({ seed: 42, model: 'flux-2-pro' });
    expect(found.parameters).toEqual({ ...facts.parameters, prompt_upsampling: true });
    expect(found.digitalSourceType).toBe(`${SOURCE}trainedAlgorithmicMedia`);
  });

  it('says of a placeholder that it is one', async () => {
    const embedded = embedMetadata(await picture(format), { ...facts, provider: 'demo' });
    const found = await readByExifr(embedded);
    expect(found['DigitalSourceType']).toBe(`${SOURCE}algorithmicMedia`);
    expect(found['CreatorTool']).toMatch(/placeholder, not made by flux-2-pro/);
  });

  it('stays as it is where it is cut off', async () => {
    const bytes = await picture(format);
    const cut = bytes.subarray(0, format === 'jpeg' ? 200 : bytes.length - 3);
    expect(embedMetadata(cut, facts)).toBe(cut);
  });
});

test('what a reader of PNG text finds', async () => {
  const found = await readByExifr(
    embedMetadata(await picture('png'), { ...facts, prompt: 'A boat' }),
  );
  expect(found).toMatchObject({
    Software: 'FLUX.2 [pro] (flux-2-pro), Flux Assets',
    Description: 'A boat',
  });
});

test('what is put in lies in its usual place', async () => {
  const jpeg = Buffer.from(embedMetadata(await picture('jpeg'), facts));
  // Behind JFIF.
  expect(jpeg.toString('latin1', 6, 10)).toBe('JFIF');
  expect(jpeg.toString('latin1', 24, 40)).toBe('http://ns.adobe.');
  const webp = embedMetadata(await picture('webp'), facts);
  expect(webpTypes(webp)).toEqual(['VP8X', 'ALPH', 'VP8 ', 'XMP ']);
});

test.each<readonly [string, () => Promise<Uint8Array>]>([
  ['PNG', async () => pngWith(await picture('png'), chunk('caBX', Buffer.from('jumb')))],
  ['JPEG', async () => jpegWith(await picture('jpeg'), segment(0xeb, Buffer.from('JP\0\x01jumb')))],
  ['WebP', async () => webpWith(await picture('webp'), 'C2PA', Buffer.from('jumb!'))],
])('a %s that the service signed stays as it is', async (_format, signed) => {
  const bytes = await signed();
  expect(embedMetadata(bytes, facts)).toBe(bytes);
  expect(readMetadata(bytes).hasCredentials).toBe(true);
});

test('a prompt that fills more than a segment leaves the rest in a JPEG', async () => {
  const prompt = 'a boat '.repeat(10_000);
  const found = readMetadata(embedMetadata(await picture('jpeg'), { ...facts, prompt }));
  expect(found.prompt).toBeUndefined();
  expect([found.seed, found.facts?.model]).toEqual([42, 'flux-2-pro']);
  const png = readMetadata(embedMetadata(await picture('png'), { ...facts, prompt }));
  expect(png.prompt).toBe(prompt);
});

test('neither a path nor a time nor an id of the task goes into the file', () => {
  const made = { model: 'm', provider: 'bfl', prompt: 'p', parameters: {}, seed: 1 } as const;
  const asset = {
    ...made,
    references: ['file:///home/me/secret.png'],
    taskId: 'task-1',
    createdAt: 5,
  };
  expect(generationFactsOf(asset, 'all')).toEqual(made);
});
