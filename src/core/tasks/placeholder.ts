import type { WrittenChange } from '../code/writing/writtenChange';

/** A picture of the right size that lies at a file's place until the real one comes. */
export interface Placeholder {
  /** A URI. */
  readonly file: string;
  /** SHA-256 of its bytes, hex: what has another one is no placeholder any more, and is left alone. */
  readonly digest: string;
  /** What was written to name it where nothing did: the reference first, then what that needs. It goes with the placeholder. */
  readonly written?: readonly WrittenChange[];
}
