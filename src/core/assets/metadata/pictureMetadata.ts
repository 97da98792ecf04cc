import type { GenerationFacts } from './generationFacts';

/** What a picture's file says of how it was made, whoever made it. Empty where it says nothing. */
export interface PictureMetadata {
  /** Ours, all of it: where this is there, the others say the same. */
  readonly facts?: GenerationFacts;
  readonly prompt?: string;
  /** As the file names it: an id of ours, or another program's words. */
  readonly model?: string;
  readonly seed?: number;
  /** By the API's names, as far as they are known: width and height in px. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The program that wrote the file. */
  readonly software?: string;
  /** A URI of the IPTC's Digital Source Type vocabulary. */
  readonly digitalSourceType?: string;
  /** Whether the file is signed: holds content credentials (C2PA). They are not checked. */
  readonly hasCredentials: boolean;
}
