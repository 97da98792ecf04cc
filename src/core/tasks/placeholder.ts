/** A picture of the right size that lies at a file's place until the real one comes. */
export interface Placeholder {
  /** A URI. */
  readonly file: string;
  /** SHA-256 of its bytes, hex: what has another one is no placeholder any more, and is left alone. */
  readonly digest: string;
}
