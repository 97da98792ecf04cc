/** The folder of a path, without a slash at the end. Paths have `/` between their parts. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An absolute path without `.`, `..` and empty parts; `undefined` where it leads above the file system's root. */
export function resolvedPath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The rest of `path` behind `folder/`; `undefined` where it does not lie in it. */
export function pathWithin(folder: string, path: string): string | undefined {
  const isDriveOfOtherCase = driveOf(folder) !== undefined && driveOf(folder) === driveOf(path);
  const start = isDriveOfOtherCase ? path.slice(0, 3) + folder.slice(3) : folder;
  return path.startsWith(`${start}/`) ? path.slice(start.length + 1) : undefined;
}

/** The way from a folder to a file; `undefined` between two drives of Windows. */
export function relativePath(folder: string, file: string): string | undefined {
  if (driveOf(folder) !== driveOf(file)) return undefined;
  const from = folder.split('/');
  const to = file.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && isSamePart(from, to, shared)) {
    shared += 1;
  }
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** `/c:`, the way VS Code writes a drive of Windows, in small letters. */
function driveOf(path: string): string | undefined {
  return /^\/[a-z]:(?=\/|$)/i.exec(path)?.[0].toLowerCase();
}

function isSamePart(from: readonly string[], to: readonly string[], n: number): boolean {
  // Drives are one in both cases, and only they come with a colon in the first part.
  const isDrive = n === 1 && /^[a-z]:$/i.test(from[n] ?? '');
  return from[n] === to[n] || (isDrive && from[n]?.toLowerCase() === to[n]?.toLowerCase());
}
