import * as vscode from 'vscode';

import type { StateMessage } from '../protocol/page';
import { Disposable } from './disposable';
import { pageHtml, type PageName } from './pageHtml';
import { resourceRoots } from './resourceRoots';

export interface PageOptions<State, Intent> {
  readonly webview: vscode.Webview;
  readonly extensionUri: vscode.Uri;
  readonly page: PageName;
  readonly parseIntent: (value: unknown) => Intent | undefined;
  readonly onIntent: (intent: Intent) => Promise<void>;
  /** Built anew for each message; nothing keeps a second copy. */
  readonly state: () => State;
  /** Pictures that the page shows, wherever they lie. */
  readonly pictures: () => readonly vscode.Uri[];
  /** Where pictures are about to lie: a page that learns of it with the first one would be loaded anew under typing hands. */
  readonly folders?: () => readonly vscode.Uri[];
  readonly onError: (error: unknown) => void;
}

/** Changes within this time become one message. In ms. */
const COALESCE_MS = 30;

/** The host's end of one page: whole states down, parsed intents up. */
export class Page<State, Intent> extends Disposable {
  private timer: NodeJS.Timeout | undefined;
  private roots = '';

  constructor(private readonly options: PageOptions<State, Intent>) {
    super();
    const { webview } = options;
    this.setRoots();
    webview.html = pageHtml(webview, options.extensionUri, options.page);
    this.register(
      webview.onDidReceiveMessage((value: unknown) => {
        this.receive(value);
      }),
    );
    this.register(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.update();
      }),
    );
  }

  /** Sends the whole state soon. */
  update(): void {
    if (this.timer !== undefined || this.disposed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.disposed) return;
      this.setRoots();
      const message: StateMessage<State> = { type: 'state', state: this.options.state() };
      void this.options.webview.postMessage(message);
    }, COALESCE_MS);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private receive(value: unknown): void {
    const intent = this.options.parseIntent(value);
    if (intent === undefined) return;
    this.options.onIntent(intent).catch(this.options.onError);
  }

  /** Setting the options loads the page anew, so only where something changed. */
  private setRoots(): void {
    const { extensionUri, pictures, folders } = this.options;
    const localResourceRoots = resourceRoots(extensionUri, pictures(), folders?.() ?? []);
    const roots = localResourceRoots.map(String).join('\n');
    if (roots === this.roots) return;
    this.roots = roots;
    this.options.webview.options = { enableScripts: true, localResourceRoots };
  }
}
