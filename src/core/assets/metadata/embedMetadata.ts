import { embedInJpeg } from './embedInJpeg';
import { embedInPng } from './embedInPng';
import { embedInWebp } from './embedInWebp';
import type { GenerationFacts } from './generationFacts';

/**
 * The file with what is known of its making put in: XMP, in a PNG also text. Pixels are not touched, and what stands in
 * the file stays. A file that is signed is left exactly as it is, for any change would break its content credentials;
 * so is one that cannot be parsed: `bytes` themselves then.
 */
export function embedMetadata(bytes: Uint8Array, facts: GenerationFacts): Uint8Array {
  return (
    embedInPng(bytes, facts) ?? embedInJpeg(bytes, facts) ?? embedInWebp(bytes, facts) ?? bytes
  );
}
