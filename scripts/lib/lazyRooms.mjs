import { basename, dirname, extname, resolve } from 'node:path';
import { existsSync, statSync } from 'node:fs';

const sourceExtensions = ['.ts', '.tsx', '/index.ts'];

/**
 * An esbuild plugin: `import('./room')` of a local module is not inlined but left as a `require` of a bundle of its
 * own, so that what a window never uses is never read. `onRoom(name, file)` is told each one.
 */
export function lazyRooms(onRoom) {
  return {
    name: 'lazy-rooms',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, (args) => {
        // A package's own lazy parts have no place in dist/ to be found at; they are inlined as usual.
        if (args.kind !== 'dynamic-import' || args.importer.includes('node_modules'))
          return undefined;
        const file = sourceFile(resolve(dirname(args.importer), args.path));
        if (file === undefined) return { errors: [{ text: `no module at ${args.path}` }] };
        const name = basename(file, extname(file));
        onRoom(name, file);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

function sourceFile(path) {
  return [path, ...sourceExtensions.map((end) => path + end)].find(
    (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
  );
}
