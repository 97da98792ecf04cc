import {
  assert,
  constantFrom,
  dictionary,
  integer,
  jsonValue,
  option,
  property,
  record,
  string,
  uint8Array,
} from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';

import { providerIds } from '../../../../src/core/api/provider';
import { embedMetadata } from '../../../../src/core/assets/metadata/embedMetadata';
import type { GenerationFacts } from '../../../../src/core/assets/metadata/generationFacts';
import { readMetadata } from '../../../../src/core/assets/metadata/readMetadata';
import { chunk, imageFormats, itxt, picture, pngWith } from '../../../support/metadata';

// Encoders are compiled first, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe.each(imageFormats)('facts in a %s', (format) => {
  it('come back as they went in, whatever they are', async () => {
    const bytes = await picture(format, [2, 2]);
    const text = string({ unit: 'binary', minLength: 1, maxLength: 80 });
    const any = record(
      {
        model: text,
        provider: constantFrom(...providerIds),
        prompt: text,
        usedPrompt: text,
        seed: integer({ min: 0 }),
        parameters: dictionary(string({ maxLength: 8 }), jsonValue({ maxDepth: 1 }), {
          maxKeys: 4,
          noNullPrototype: true,
        }),
      },
      { requiredKeys: ['model', 'provider', 'parameters'] },
    );
    const comesBack = (facts: GenerationFacts) => {
      // As JSON has it: no -0.
      const expected = JSON.parse(JSON.stringify(facts)) as unknown;
      expect(readMetadata(embedMetadata(bytes, facts)).facts).toEqual(expected);
    };
    assert(property(any, comesBack as (facts: object) => void), { seed: 6, numRuns: 40 });
  });

  it('never stop a reader, however the bytes are damaged', async () => {
    const bytes = embedMetadata(await picture(format, [2, 2]), {
      model: 'flux-2-pro',
      provider: 'bfl',
      parameters: {},
    });
    const damage = record({
      at: integer({ min: 0, max: bytes.length - 1 }),
      by: uint8Array({ minLength: 1, maxLength: 9 }),
      cut: option(integer({ min: 0, max: bytes.length })),
    });
    assert(
      property(damage, ({ at, by, cut }) => {
        const damaged = Uint8Array.from(bytes);
        damaged.set(by.subarray(0, bytes.length - at), at);
        const rest = damaged.subarray(0, cut ?? undefined);
        expect(readMetadata(rest)).toHaveProperty('hasCredentials');
        expect(
          embedMetadata(rest, { model: 'm', provider: 'bfl', parameters: {} }).length,
        ).toBeGreaterThanOrEqual(rest.length);
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});

describe('of other programs', () => {
  it.each<readonly [string, string, string, object]>([
    [
      'AUTOMATIC1111',
      'parameters',
      'a red boat,\ncalm sea\nNegative prompt: people, "text"\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 3141, Size: 512x768, Model hash: abc, Model: "flux1, dev"',
      {
        prompt: 'a red boat,\ncalm sea',
        seed: 3141,
        model: 'flux1, dev',
        parameters: { width: 512, height: 768 },
      },
    ],
    ['words alone', 'parameters', 'a red boat', { prompt: 'a red boat' }],
    [
      'InvokeAI',
      'invokeai_metadata',
      '{"positive_prompt":"a red boat","seed":7,"width":640,"height":480,"model":{"name":"FLUX Schnell"}}',
      {
        prompt: 'a red boat',
        seed: 7,
        model: 'FLUX Schnell',
        parameters: { width: 640, height: 480 },
      },
    ],
    ['InvokeAI, broken', 'invokeai_metadata', '{', {}],
    ['a description', 'Description', 'a red boat', { prompt: 'a red boat' }],
  ])('%s', async (_program, keyword, text, expected) => {
    for (const one of [itxt(keyword, text), chunk('tEXt', Buffer.from(`${keyword}\0${text}`))]) {
      const found = readMetadata(pngWith(await picture('png'), one));
      expect(found).toMatchObject({ ...expected, hasCredentials: false });
      expect(Object.keys(found)).not.toContain('facts');
    }
  });

  test('a text that is compressed, or none, is passed over', async () => {
    const png = await picture('png');
    for (const one of [
      chunk('zTXt', Buffer.from('parameters\0\0x')),
      chunk('tEXt', Buffer.from('no end')),
    ]) {
      expect(readMetadata(pngWith(png, one))).toEqual({ hasCredentials: false });
    }
  });
});

test('what is no picture says nothing', () => {
  for (const bytes of [new Uint8Array(), Buffer.from('text'), Buffer.of(0xff, 0xd8, 0xff)]) {
    expect(readMetadata(bytes)).toEqual({ hasCredentials: false });
  }
});
