import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { root } from '../paths.mjs';

/** Builds a module of `src` into a folder inside the repository, where it finds its codecs; what it exports. */
export async function bundled(folder, source) {
  const esbuild = await import('esbuild');
  const program = join(folder, `${basename(source, '.ts')}.cjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(program);
}
