import type { GenerationFacts } from './generationFacts';
import { xmpDescription, xmpProperties } from './xmpPacket';
import { readXmp } from './xmpReading';

/**
 * A packet with the facts added as a description of their own; everything that stands in it stays to the letter, and a
 * property that it has already keeps its value. `undefined` where it cannot be added to.
 */
export function mergedXmp(packet: string, facts: GenerationFacts): string | undefined {
  const contents = readXmp(packet);
  if (contents?.descriptionsEnd === undefined) return undefined;
  const { valueOf, about, descriptionsEnd } = contents;
  const missing = xmpProperties(facts).filter(({ name }) => valueOf(name) === undefined);
  if (missing.length === 0) return undefined;
  const description = xmpDescription(missing, about);
  return packet.slice(0, descriptionsEnd) + description + packet.slice(descriptionsEnd);
}

/** Whether a packet names content credentials that lie elsewhere (C2PA 2.2, 11.4: `dcterms:provenance`). */
export function namesCredentials(packet: string): boolean {
  return readXmp(packet)?.hasLocal('provenance') === true;
}
