import * as vscode from 'vscode';

import type { StateMessage } from '../../../src/protocol/page';
import { applyChange } from '../../../src/protocol/stateChange';

/** A webview without a page in it: what it is sent and given, and a way to speak as its page. */
export class FakeWebview implements vscode.Webview {
  html = '';
  readonly cspSource = 'https://webview.invalid';
  /** All options that it was ever given. */
  readonly allOptions: vscode.WebviewOptions[] = [];
  /** All messages that it was sent, as JSON. */
  readonly messages: string[] = [];
  private readonly said = new vscode.EventEmitter<unknown>();
  readonly onDidReceiveMessage = this.said.event;

  get options(): vscode.WebviewOptions {
    return this.allOptions.at(-1) ?? {};
  }

  set options(options: vscode.WebviewOptions) {
    this.allOptions.push(options);
  }

  asWebviewUri(uri: vscode.Uri): vscode.Uri {
    // As long as the editor's own.
    return uri.with({ scheme: 'https', authority: 'file+.vscode-resource.vscode-cdn.net' });
  }

  postMessage(message: unknown): Promise<boolean> {
    this.messages.push(JSON.stringify(message));
    return Promise.resolve(true);
  }

  /** Says something as the page. */
  say(message: unknown): void {
    this.said.fire(message);
  }

  /** The sizes of all messages since the last call, in bytes. */
  takeSizes(): number[] {
    return this.messages.splice(0).map((message) => Buffer.byteLength(message));
  }
}

/** What a page that got these messages shows. */
export function stateAfter(messages: readonly string[]): object {
  return messages.reduce<object>((state, json) => {
    const message = JSON.parse(json) as StateMessage<object>;
    return message.type === 'state' ? message.state : applyChange(state, message.change);
  }, {});
}
