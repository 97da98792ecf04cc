import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';

import { NAMESPACES, type XmpName } from './xmpPacket';

/** A packet, read. */
export interface XmpContents {
  /** What a property says, its default language first; `undefined` where the packet has none. */
  readonly valueOf: (name: XmpName) => string | undefined;
  /** Whether any property of this local name is there, whatever its namespace. */
  readonly hasLocal: (name: string) => boolean;
  /** What its descriptions are about: empty for the file itself. */
  readonly about: string;
  /** Where in the packet another description can stand; absent where none can. */
  readonly descriptionsEnd?: number;
}

interface Found {
  readonly name: string;
  readonly value: string;
}

/** Reads a packet; `undefined` where it is no XML or has no RDF. */
export function readXmp(packet: string): XmpContents | undefined {
  let found: { readonly rdf: XmlElement; readonly scope: Scope } | undefined;
  try {
    const { root } = parseXml(packet, { includeOffsets: true });
    found = root === null ? undefined : findRdf(root, {});
  } catch {
    return undefined;
  }
  if (found === undefined) return undefined;
  const { rdf, scope } = found;
  const properties: Found[] = [];
  let about: string | undefined;
  for (const { element, scope: inner } of elementsIn(rdf, scope)) {
    if (nameOf(element.name, inner) !== `${NAMESPACES.rdf}Description`) continue;
    for (const [attribute, value] of Object.entries(element.attributes)) {
      const name = nameOf(attribute, inner, 'attribute');
      if (name === `${NAMESPACES.rdf}about`) about ??= value;
      else properties.push({ name, value });
    }
    for (const child of elementsIn(element, inner)) {
      const name = nameOf(child.element.name, child.scope);
      properties.push({ name, value: textOf(child.element) });
    }
  }
  const closing = packet.lastIndexOf('</', rdf.end - 1);
  const isClosed = closing > rdf.start && packet.startsWith(`</${rdf.name}`, closing);
  return {
    valueOf: (name) => properties.find((each) => each.name === expanded(name))?.value,
    hasLocal: (name) => properties.some((each) => /[^/#:]*$/.exec(each.name)?.[0] === name),
    about: about ?? '',
    ...(isClosed ? { descriptionsEnd: closing } : {}),
  };
}

/** Namespaces by their prefixes. */
type Scope = Readonly<Record<string, string>>;

function expanded(name: XmpName): string {
  return nameOf(name, NAMESPACES);
}

function nameOf(name: string, scope: Scope, kind: 'element' | 'attribute' = 'element'): string {
  const colon = name.indexOf(':');
  if (colon < 0) return kind === 'element' ? `${scope[''] ?? ''}${name}` : name;
  return `${scope[name.slice(0, colon)] ?? ''}${name.slice(colon + 1)}`;
}

function scopeIn({ attributes }: XmlElement, outer: Scope): Scope {
  const own = Object.entries(attributes).flatMap(([name, value]) =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  );
  return own.length === 0 ? outer : { ...outer, ...(Object.fromEntries(own) as Scope) };
}

function elementsIn(
  { children }: { readonly children: readonly XmlNode[] },
  outer: Scope,
): readonly { readonly element: XmlElement; readonly scope: Scope }[] {
  return children.flatMap((element) =>
    element instanceof XmlElement ? [{ element, scope: scopeIn(element, outer) }] : [],
  );
}

function findRdf(
  element: XmlElement,
  outer: Scope,
): { readonly rdf: XmlElement; readonly scope: Scope } | undefined {
  const scope = scopeIn(element, outer);
  if (nameOf(element.name, scope) === `${NAMESPACES.rdf}RDF`) return { rdf: element, scope };
  for (const child of elementsIn(element, scope)) {
    const found = findRdf(child.element, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text of a property: of its default language, or of its first item, where it has several. */
function textOf(property: XmlElement): string {
  const items = itemsIn(property);
  const usual = items.find(({ attributes }) => attributes['xml:lang'] === 'x-default');
  return (usual ?? items[0] ?? property).text;
}

function itemsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return /(^|:)li$/.test(child.name) ? [child] : itemsIn(child);
  });
}
