import type { Plugin } from 'esbuild';

export declare function sharing(onPackage: (name: string, path: string) => void): Plugin;
