import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { Page } from '../../src/host/pages/page';
import { pageHtml } from '../../src/host/pages/pageHtml';
import { parseHistoryIntent } from '../../src/protocol/historyIntent';
import { FakeWebview } from './support/fakeWebview';
import { workspaceFolder } from './support/flux';

const extension = vscode.Uri.file('/extensions/flux-assets');

describe('a page', () => {
  let panel: vscode.WebviewPanel;
  before(() => {
    panel = vscode.window.createWebviewPanel('fluxAssets.page', 'Page', vscode.ViewColumn.One);
  });
  after(() => {
    panel.dispose();
  });

  for (const name of ['panel', 'history', 'spending'] as const) {
    it(`runs its own script alone and loads nothing from elsewhere: ${name}`, () => {
      const { webview } = panel;
      const html = pageHtml(webview, extension, name);
      const directives = policyOf(html);
      const nonce = /^'nonce-([\w+/]{22}==)'$/.exec(directives.get('script-src') ?? '')?.[1];
      assert.ok(nonce !== undefined);
      assert.equal(directives.get('default-src'), "'none'");
      for (const [directive, sources] of directives) {
        if (directive === 'default-src' || directive === 'script-src') continue;
        assert.equal(sources, webview.cspSource, directive);
      }
      assert.deepEqual([...directives.keys()].sort(), [
        'default-src',
        'font-src',
        'img-src',
        'script-src',
        'style-src',
      ]);
      assert.deepEqual(html.match(/<script[^>]*/g), [
        `<script nonce="${nonce}" src="${fileOf(webview, 'dist', `${name}.js`)}"`,
      ]);
      const own = [fileOf(webview, 'dist', ''), fileOf(webview, 'media', '')];
      for (const [, link = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g))
        assert.ok(
          own.some((folder) => link.startsWith(folder)),
          link,
        );
      assert.doesNotMatch(html, /\son\w+=|javascript:|<style|style=|<iframe|<base|<form/i);
    });
  }

  it('has another nonce each time', () => {
    const nonces = Array.from({ length: 20 }, () =>
      policyOf(pageHtml(panel.webview, extension, 'panel')).get('script-src'),
    );
    assert.equal(new Set(nonces).size, 20);
  });

  it('may load its own files, the workspace’s and the folders of its pictures, and asks by ids', () => {
    const webview = new FakeWebview();
    const heard: unknown[] = [];
    const errors: unknown[] = [];
    const inside = vscode.Uri.joinPath(workspaceFolder(), 'assets');
    const page = new Page({
      webview,
      extensionUri: extension,
      page: 'history',
      parseIntent: parseHistoryIntent,
      onIntent: (intent) => {
        heard.push(intent);
        return Promise.resolve();
      },
      state: () => ({}),
      folders: () => [inside, vscode.Uri.file('/pictures/chosen')],
      onError: (error) => errors.push(error),
    });
    for (const message of [
      { type: 'openAsset', id: 'a' },
      { type: 'openAsset', id: 'a', path: '/etc/passwd' },
      { type: 'openAsset', uri: 'file:///etc/passwd' },
      { type: 'vscode.open', id: 'a' },
    ])
      webview.say(message);
    page.dispose();
    assert.deepEqual(
      webview.allOptions.map(({ localResourceRoots }) => localResourceRoots?.map(String)),
      [
        [
          `${String(extension)}/dist`,
          `${String(extension)}/media`,
          String(workspaceFolder()),
          'file:///pictures/chosen',
        ],
      ],
    );
    assert.deepEqual(heard, [{ type: 'openAsset', id: 'a' }]);
    assert.equal(errors.length, 3);
  });
});

function policyOf(html: string): ReadonlyMap<string, string> {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

function fileOf(webview: vscode.Webview, ...path: string[]): string {
  return webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
}
