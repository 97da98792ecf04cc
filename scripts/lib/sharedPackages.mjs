/**
 * Packages that several bundles need whole, by the name of the bundle that each becomes: beside them in dist/, and read
 * when the first of them is. They keep no state that one user could spoil for another.
 */
const sharedPackages = new Map([
  ['@babel/parser', 'babel-parser'],
  ['acorn', 'acorn'],
  ['yaml', 'yaml'],
  ['image-size', 'image-size'],
  ['@rgrove/parse-xml', 'parse-xml'],
]);

/**
 * An esbuild plugin: what imports or requires one of these packages, in whatever module system, requires the one bundle.
 * `onPackage(name, package)` is told each one.
 */
export function sharing(onPackage) {
  return {
    name: 'shared-packages',
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
        const name = sharedPackages.get(path);
        if (name === undefined || kind === 'entry-point') return undefined;
        onPackage(name, path);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}
