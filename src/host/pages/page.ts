import * as vscode from 'vscode';

import type { StateMessage } from '../../protocol/page';
import { Disposable } from '../disposable';
import { pageHtml, type PageName } from './pageHtml';
import { ownRoots, resourceRoots } from './resourceRoots';

/** How a page is fed and heard. */
export interface PageOptions<State, Intent> {
  readonly webview: vscode.Webview;
  readonly extensionUri: vscode.Uri;
  readonly page: PageName;
  readonly parseIntent: (value: unknown) => Intent | undefined;
  readonly onIntent: (intent: Intent) => Promise<void>;
  /** Built anew for each message; nothing keeps a second copy. */
  readonly state: () => State;
  /** Pictures that the page shows, wherever they lie; a page without any may load its own files alone. */
  readonly pictures?: () => readonly vscode.Uri[];
  /** Where pictures are about to lie: a page that learns of it with the first one would be loaded anew under typing hands. */
  readonly folders?: () => readonly vscode.Uri[];
  readonly onError: (error: unknown) => void;
}

/** Changes within this time become one message. In ms. */
const COALESCE_MS = 30;

/** The host's end of one page: whole states down, parsed intents up. */
export class Page<State, Intent> extends Disposable {
  private timer: NodeJS.Timeout | undefined;
  private readonly roots = new Map<string, vscode.Uri>();

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
    if (intent === undefined) {
      this.options.onError(new Error('The page asked for something that cannot be understood.'));
      return;
    }
    this.options.onIntent(intent).catch(this.options.onError);
  }

  /** Setting the options loads the page anew, so only where it may load something more than before. */
  private setRoots(): void {
    const { webview, extensionUri, pictures, folders } = this.options;
    const known = this.roots.size;
    const roots =
      pictures === undefined
        ? ownRoots(extensionUri)
        : resourceRoots(extensionUri, pictures(), folders?.() ?? []);
    for (const root of roots) {
      this.roots.set(root.toString(), root);
    }
    if (this.roots.size === known) return;
    webview.options = { enableScripts: true, localResourceRoots: [...this.roots.values()] };
  }
}
