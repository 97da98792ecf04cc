/** Ends the process with one sentence where Node is older than the tools need. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `This project's tools need Node 20.19 or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}
