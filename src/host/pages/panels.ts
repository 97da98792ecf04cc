import { randomUUID } from 'node:crypto';

import type * as vscode from 'vscode';

import type { Draft } from '../../protocol/panel';
import { Disposable } from '../disposable';
import { GeneratorPanel, type GeneratorPanelPorts } from './generatorPanel';

/** There is at most one generator panel; this opens it, finds it again and revives it after a reload. */
export class Panels extends Disposable implements vscode.WebviewPanelSerializer {
  private current: GeneratorPanel | undefined;

  constructor(private readonly ports: GeneratorPanelPorts) {
    super();
  }

  /** Whether a person sees the panel now. */
  get isVisible(): boolean {
    return this.current?.visible ?? false;
  }

  /** Shows the panel, with a draft where one is given. */
  open(draft?: Partial<Draft>): void {
    if (this.current === undefined) this.adopt(GeneratorPanel.create(this.ports));
    else this.current.reveal();
    if (draft !== undefined) this.current?.offer({ id: randomUUID(), draft });
  }

  /** Lays a draft into the panel if it is open. */
  offer(draft: Partial<Draft>): void {
    this.current?.offer({ id: randomUUID(), draft });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    if (this.current === undefined) this.adopt(GeneratorPanel.revive(panel, this.ports));
    else panel.dispose();
    return Promise.resolve();
  }

  override dispose(): void {
    super.dispose();
    this.current?.dispose();
  }

  private adopt(panel: GeneratorPanel): void {
    this.current = panel;
    panel.onDidDispose(() => {
      if (this.current !== panel) return;
      this.current = undefined;
      if (!this.disposed) this.ports.onClosed();
    });
  }
}
