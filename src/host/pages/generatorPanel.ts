import * as vscode from 'vscode';

import type { KeptDraft, OfferedDraft, PanelIntent, PanelState } from '../../protocol/panel';
import { parsePanelIntent } from '../../protocol/panelIntent';
import { Disposable } from '../disposable';
import { Page } from './page';
import { panelIcon } from './panelIcon';

export const PANEL_VIEW_TYPE = 'fluxAssets.panel';

/** What the panel needs of the host. */
export interface GeneratorPanelPorts {
  readonly extensionUri: vscode.Uri;
  readonly state: (
    webview: vscode.Webview,
    drafts: { readonly kept: KeptDraft | undefined; readonly offered: OfferedDraft | undefined },
  ) => PanelState;
  /** What is kept of the draft now. */
  readonly keptDraft: () => KeptDraft | undefined;
  readonly folders: () => readonly vscode.Uri[];
  readonly onIntent: (intent: PanelIntent) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** A person has closed the panel. */
  readonly onClosed: () => void;
  /** The panel is seen again: what can change unheard is to be looked at. */
  readonly onShown: () => void;
  /** Everything that the state is made of. */
  readonly onDidChangeState: vscode.Event<void>;
}

/** The generator panel, while it is open. */
export class GeneratorPanel extends Disposable {
  private readonly page: Page<PanelState, PanelIntent>;
  private offered: OfferedDraft | undefined;
  /** As it was when the page was loaded: what it has kept since is its own, and need not be sent back. */
  private kept: KeptDraft | undefined;

  /** Opens a new panel beside the editor a person works in. */
  static create(ports: GeneratorPanelPorts): GeneratorPanel {
    const column =
      vscode.window.activeTextEditor === undefined
        ? vscode.ViewColumn.Active
        : vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(PANEL_VIEW_TYPE, 'Image Generator', column, {});
    return new GeneratorPanel(panel, ports);
  }

  /** Takes over the panel that the editor restored after a reload. */
  static revive(panel: vscode.WebviewPanel, ports: GeneratorPanelPorts): GeneratorPanel {
    return new GeneratorPanel(panel, ports);
  }

  private constructor(
    private readonly panel: vscode.WebviewPanel,
    ports: GeneratorPanelPorts,
  ) {
    super();
    panel.iconPath = panelIcon(ports.extensionUri);
    panel.title = vscode.l10n.t('Image Generator');
    this.page = this.register(
      new Page<PanelState, PanelIntent>({
        webview: panel.webview,
        extensionUri: ports.extensionUri,
        page: 'panel',
        parseIntent: parsePanelIntent,
        onIntent: async (intent) => {
          if (intent.type === 'ready') this.kept = ports.keptDraft();
          await ports.onIntent(intent);
          // Nothing to show: it comes from the page itself, with every pause in typing.
          if (intent.type === 'keepDraft') return;
          // Also where nothing changed: a select shows what was clicked until it is told what holds.
          this.page.update();
        },
        state: () => ports.state(panel.webview, { kept: this.kept, offered: this.offered }),
        folders: ports.folders,
        onError: ports.onError,
      }),
    );
    this.register(
      ports.onDidChangeState(() => {
        if (panel.visible) this.page.update();
      }),
    );
    this.register(
      panel.onDidChangeViewState(() => {
        if (!panel.visible) return;
        this.page.update();
        ports.onShown();
      }),
    );
    this.register(
      panel.onDidDispose(() => {
        this.dispose();
      }),
    );
    ports.onShown();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.panel.onDidDispose;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** Lays a draft into the page; the page takes it once. */
  offer(draft: OfferedDraft): void {
    this.offered = draft;
    this.page.update();
  }

  override dispose(): void {
    if (this.disposed) return;
    super.dispose();
    this.panel.dispose();
  }
}
