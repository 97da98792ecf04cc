/** Builds a module of `src` into a folder inside the repository; what it exports. */
export function bundled(folder: string, source: string): Promise<unknown>;
