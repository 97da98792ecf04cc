import { randomBytes } from 'node:crypto';

import * as vscode from 'vscode';

import type { BootData } from '../../protocol/boot';

export type PageName = 'panel' | 'history' | 'spending';

/** The constant shell of a page: everything in it is drawn by `dist/<page>.js`. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, page: PageName): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (...path: string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const csp = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
  ].join('; ');
  const boot: BootData = {
    language: vscode.env.language,
    ...(vscode.l10n.bundle === undefined ? {} : { bundle: vscode.l10n.bundle }),
  };
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${csp}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${file('dist', 'codicon.css')}">
    <link rel="stylesheet" href="${file('media', 'page.css')}">
    <link rel="stylesheet" href="${file('media', `${page}.css`)}">
    <title>Flux Assets</title>
  </head>
  <body>
    <div id="root" data-boot="${escapeAttribute(JSON.stringify(boot))}"></div>
    <script nonce="${nonce}" src="${file('dist', `${page}.js`)}"></script>
  </body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
