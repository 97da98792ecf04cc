/** The address of a workbench that has a folder open. `payload` is the workbench's own list of pairs. */
export function workbenchAddress(port, folder, payload = []) {
  const address = new URL(`http://localhost:${port}/`);
  address.searchParams.set('folder', folder);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
