import { modelOf } from '../../api/models';
import { formatFacts } from './factsJson';
import type { GenerationFacts } from './generationFacts';

/** What our packets use, by the prefixes that are usual. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  fluxAssets: 'urn:flux-assets:generation#',
} as const;

/** A property by its namespace's prefix here: `dc:description`. */
export type XmpName = `${keyof typeof NAMESPACES}:${string}`;

/** One property, as XML. */
interface XmpProperty {
  readonly name: XmpName;
  readonly xml: string;
}

/** The IPTC's words for where pixels come from; the second is for what `demo` draws by itself. */
const SOURCE_TYPES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** Where the pixels come from, as a term of the IPTC's Digital Source Type vocabulary. */
export function sourceTypeOf({ provider }: Pick<GenerationFacts, 'provider'>): string {
  return `${SOURCE_TYPES}${provider === 'demo' ? 'algorithmicMedia' : 'trainedAlgorithmicMedia'}`;
}

/** The program and the model, for fields that name software; a placeholder says that it is one. */
export function softwareOf({ provider, model }: GenerationFacts): string {
  if (provider === 'demo') return `Flux Assets demo: a placeholder, not made by ${model}`;
  return `${modelOf(model).label} (${model}), Flux Assets`;
}

/**
 * The facts as XMP properties: `Generation` holds all of them as JSON, the others are what common readers show (IPTC
 * Photo Metadata 2025.1 for prompt, system and source).
 */
export function xmpProperties(facts: GenerationFacts): readonly XmpProperty[] {
  const { prompt, provider, model } = facts;
  const system = provider === 'demo' ? 'Flux Assets demo' : modelOf(model).label;
  return [
    property('Iptc4xmpExt:DigitalSourceType', sourceTypeOf(facts)),
    property('Iptc4xmpExt:AISystemUsed', system),
    ...(prompt === undefined
      ? []
      : [property('Iptc4xmpExt:AIPromptInformation', prompt), description(prompt)]),
    property('xmp:CreatorTool', softwareOf(facts)),
    property('fluxAssets:Generation', formatFacts(facts)),
  ];
}

/** Properties as a description of the picture that `about` names, which is empty for the file it stands in. */
export function xmpDescription(properties: readonly XmpProperty[], about = ''): string {
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const lines = properties.map(({ xml }) => `  ${xml}\n`);
  return ` <rdf:Description ${declared.join(' ')} rdf:about="${escaped(about)}">\n${lines.join('')} </rdf:Description>\n`;
}

/** A whole packet (XMP specification, part 1, 7.3), without room to edit it in place: it is written anew. */
export function xmpPacket(facts: GenerationFacts): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n',
    `<rdf:RDF xmlns:rdf="${NAMESPACES.rdf}">\n`,
    xmpDescription(xmpProperties(facts)),
    '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>',
  ].join('');
}

function property(name: XmpName, text: string): XmpProperty {
  return { name, xml: `<${name}>${escaped(text)}</${name}>` };
}

function description(text: string): XmpProperty {
  const name = 'dc:description';
  const item = `<rdf:li xml:lang="x-default">${escaped(text)}</rdf:li>`;
  return { name, xml: `<${name}><rdf:Alt>${item}</rdf:Alt></${name}>` };
}

/** For element text and attributes; what XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
