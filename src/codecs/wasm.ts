import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withImageData } from './imageData';

/** A compiled program. The compiler's own name for it comes with the browser's types, which this layer does without. */
export type WasmModule = object;

/** Compiles a program, found by its path in node_modules: flat in `folder`, where the build lays it, or where npm did. */
export async function loadWasm(path: string, folder: string): Promise<WasmModule> {
  const beside = join(folder, path.slice(path.lastIndexOf('/') + 1));
  const found = await access(beside).then(
    () => beside,
    () => createRequire(join(folder, 'codecs.js')).resolve(path),
  );
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly: { compile(bytes: Uint8Array): Promise<WasmModule> };
  };
  return WebAssembly.compile(await readFile(found));
}

/** A program in Emscripten's glue, as its factory gives it. */
type Factory = (options: object) => Promise<unknown>;

/** Starts a program that Emscripten made the glue of. `Program` says what it offers. */
export async function startProgram<Program>(
  factory: unknown,
  path: string,
  folder: string,
): Promise<Program> {
  const module = await loadWasm(path, folder);
  const { WebAssembly } = globalThis as unknown as { WebAssembly: Instances };
  // A copy of the glue looks for a global of its own as soon as it is called.
  const started = withImageData(() =>
    (factory as Factory)({
      noInitialRun: true,
      // Else the glue works out an address from `import.meta`, which a CommonJS bundle has not.
      locateFile: (name: string) => name,
      instantiateWasm: (imports: object, done: (instance: { exports: object }) => void) => {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance);
        return instance.exports;
      },
    }),
  );
  return (await started) as Program;
}

interface Instances {
  Instance: new (module: WasmModule, imports: object) => { exports: object };
}
