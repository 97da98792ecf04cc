import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { build } from 'esbuild';

import { root } from '../../../scripts/lib/paths.mjs';

export type PageName = 'panel' | 'history';

/** The built pages on loopback, a picture under any number of addresses, and what else is laid there. */
export interface Site {
  readonly origin: string;
  /** A script for the browser, built. */
  script(entry: string): Promise<string>;
  /** Serves a page under a path. */
  lay(path: string, html: string): void;
  /** Serves a JPEG under every address of a picture. */
  setPicture(picture: Buffer): void;
  close(): void;
}

const types = { js: 'text/javascript', css: 'text/css', ttf: 'font/ttf', html: 'text/html' };

/** As `esbuild.mjs` builds pages for the package. */
const asShipped = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
} as const;

/** Builds panel and history into the folder, and serves them. */
export async function openSite(folder: string): Promise<Site> {
  for (const name of ['panel', 'history'] as const) {
    const entry = `src/webview/${name}/main.tsx`;
    await build({
      ...asShipped,
      entryPoints: [entry],
      outfile: join(folder, `${name}.js`),
    });
  }
  let picture: Buffer = Buffer.of();
  const codicons = join(root, 'node_modules', '@vscode', 'codicons', 'dist');
  const laid = new Map<string, string>();
  const fileOf = (path: string) => {
    if (path.startsWith('/codicon.')) return join(codicons, path);
    return path.endsWith('.js') ? join(folder, path) : join(root, 'media', path);
  };
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/picture/')) {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
      return;
    }
    const html = laid.get(path) ?? (path.endsWith('.html') ? shell(path) : undefined);
    const type = types[path.slice(path.lastIndexOf('.') + 1) as keyof typeof types];
    const body = html === undefined ? readFile(fileOf(path)) : Promise.resolve(html);
    body.then(
      (bytes) => response.writeHead(200, { 'content-type': type }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    script: async (entry) => {
      const { outputFiles } = await build({ ...asShipped, entryPoints: [entry], write: false });
      return outputFiles[0]?.text ?? '';
    },
    setPicture: (jpeg) => {
      picture = jpeg;
    },
    lay: (path, html) => laid.set(path, html),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As `pageHtml.ts` writes it, without the policy and with a font. */
function shell(path: string): string {
  const name = path.slice(1).replace('.html', '');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <link rel="stylesheet" href="/codicon.css">
    <link rel="stylesheet" href="/page.css">
    <link rel="stylesheet" href="/${name}.css">
    <title>Flux Assets</title>
  </head>
  <body style="--vscode-font-family: sans-serif">
    <div id="root" data-boot="{&quot;language&quot;:&quot;en&quot;}"></div>
    <script src="/${name}.js"></script>
  </body>
</html>`;
}
