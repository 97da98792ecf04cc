import { describe, expect, it, test, vi } from 'vitest';

import { embedMetadata } from '../../../../src/core/assets/metadata/embedMetadata';
import { readMetadata } from '../../../../src/core/assets/metadata/readMetadata';
import { mergedXmp } from '../../../../src/core/assets/metadata/xmpMerging';
import {
  chunk,
  facts,
  itxt,
  jpegWith,
  picture,
  pngWith,
  readByExifr,
  segment,
  webpWith,
} from '../../../support/metadata';

// Encoders are compiled first, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** As another program writes it: other prefixes, a property as an attribute, room at the end. */
const packet = [
  '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<m:xmpmeta xmlns:m="adobe:ns:meta/">',
  '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<r:Description r:about="uuid:1" xmlns:p="http://ns.adobe.com/photoshop/1.0/" xmlns:x="http://ns.adobe.com/xap/1.0/"',
  ' p:Credit="Somebody 😀" x:CreatorTool="The service"/>',
  '</r:RDF></m:xmpmeta>',
  '   \n'.repeat(10),
  '<?xpacket end="w"?>',
].join('\n');

/** The same with the prefixes that the other reader insists on. */
const usual = packet
  .replaceAll('r:', 'rdf:')
  .replaceAll('xmlns:r=', 'xmlns:rdf=')
  .replaceAll('m:xmpmeta', 'x:xmpmeta')
  .replace('xmlns:m=', 'xmlns:x=');

describe.each([
  ['PNG', async () => pngWith(await picture('png'), itxt('XML:com.adobe.xmp', usual))],
  [
    'JPEG',
    async () => {
      const data = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${usual}`);
      return jpegWith(await picture('jpeg'), segment(0xe1, data));
    },
  ],
  ['WebP', async () => webpWith(await picture('webp'), 'XMP ', Buffer.from(usual))],
] as const)('the XMP of a %s', (_format, make) => {
  it('keeps what stands in it, and gets what is not there yet', async () => {
    const embedded = embedMetadata(await make(), facts);
    expect(await readByExifr(embedded)).toMatchObject({
      Credit: 'Somebody 😀',
      CreatorTool: 'The service',
      AIPromptInformation: facts.prompt,
    });
    expect(readMetadata(embedded)).toMatchObject({ facts, software: 'The service' });
  });
});

test('the packet stays to the letter around what is added', () => {
  const merged = mergedXmp(packet, facts) ?? '';
  const [before = '', after = ''] = packet.split('</r:RDF>');
  expect(merged.startsWith(before)).toBe(true);
  expect(merged.endsWith(`</r:RDF>${after}`)).toBe(true);
  expect(merged).toContain('rdf:about="uuid:1"');
});

test.each([
  ['is no XML', 'x <y'],
  ['has no RDF', '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'],
  [
    'has nothing in its RDF',
    packet.replace(/<r:Description[\s\S]*<\/r:RDF>/, '').replace(/(<r:RDF[^>]*)>/, '$1/>'),
  ],
])('a packet that %s is left alone', async (_what, broken) => {
  expect(mergedXmp(broken, facts)).toBeUndefined();
  const bytes = webpWith(await picture('webp'), 'XMP ', Buffer.from(broken));
  expect(embedMetadata(bytes, facts)).toBe(bytes);
});

test('a file whose credentials lie elsewhere stays as it is', async () => {
  const signed = packet.replace(
    'r:about=',
    'xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="https://example.com/manifest" r:about=',
  );
  const bytes = webpWith(await picture('webp'), 'XMP ', Buffer.from(signed));
  expect(embedMetadata(bytes, facts)).toBe(bytes);
  expect(readMetadata(bytes).hasCredentials).toBe(true);
});

test('PNG texts of the service keep their words', async () => {
  const bytes = pngWith(await picture('png'), chunk('tEXt', Buffer.from('Software\0The service')));
  const embedded = embedMetadata(bytes, facts);
  expect(await readByExifr(embedded)).toMatchObject({ Software: 'The service' });
  expect(readMetadata(embedded).facts).toEqual(facts);
});
