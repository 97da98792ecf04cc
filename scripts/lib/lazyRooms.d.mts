import type { Plugin } from 'esbuild';

export function lazyRooms(onRoom: (name: string, file: string) => void): Plugin;
