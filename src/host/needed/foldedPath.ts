/** A path as a file system has it that knows neither case nor how accents are written. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
