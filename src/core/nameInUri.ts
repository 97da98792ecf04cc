/** The name of the file that a URI leads to, as people write it. */
export function nameInUri(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  // Most have nothing to decode, and a history has thousands.
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
