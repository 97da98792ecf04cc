import type { FileDeriver, FileDeriverPorts } from './deriveFile';

/** A `FileDeriver` whose code is read when it is first used. */
export function lazyFileDeriver(ports: FileDeriverPorts): FileDeriver {
  let opened: Promise<FileDeriver> | undefined;
  const open = () =>
    (opened ??= import('./deriveFile').then(({ openFileDeriver }) => openFileDeriver(ports)));
  return {
    deriveFile: async (...request) => (await open()).deriveFile(...request),
    deriveBytes: async (...request) => (await open()).deriveBytes(...request),
  };
}
