import * as vscode from 'vscode';

import { StateFeed } from '../../protocol/stateFeed';
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
  /** Built anew for each message, and the last one kept only to tell what has changed. */
  readonly state: () => State;
  /**
   * Where the page's pictures lie, and where they are about to: a page that learns of it with the first one would be
   * loaded anew under typing hands. Without it a page may load its own files alone.
   */
  readonly folders?: () => readonly vscode.Uri[];
  readonly onError: (error: unknown) => void;
}

/** Changes within this time become one message. In ms. */
const COALESCE_MS = 30;

/** The host's end of one page: the state and then its changes down, parsed intents up. */
export class Page<
  State extends object,
  Intent extends { readonly type: string },
> extends Disposable {
  private timer: NodeJS.Timeout | undefined;
  private readonly feed = new StateFeed<State>();
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

  /** Sends what has changed soon. */
  update(): void {
    if (this.timer !== undefined || this.disposed) return;
    this.timer = setTimeout(() => {
      this.send();
    }, COALESCE_MS);
  }

  /** Sends what has changed now: somebody looks at the page and waits for it. */
  send(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.disposed) return;
    this.setRoots();
    void this.options.webview.postMessage(this.feed.next(this.options.state()));
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
    if (intent.type === 'ready') this.feed.reset();
    this.options.onIntent(intent).catch(this.options.onError);
  }

  /** Setting the options loads the page anew, so only where it may load something more than before. */
  private setRoots(): void {
    const { webview, extensionUri, folders } = this.options;
    const known = this.roots.size;
    const roots =
      folders === undefined ? ownRoots(extensionUri) : resourceRoots(extensionUri, folders());
    for (const root of roots) {
      this.roots.set(root.toString(), root);
    }
    if (this.roots.size === known) return;
    webview.options = { enableScripts: true, localResourceRoots: [...this.roots.values()] };
  }
}
