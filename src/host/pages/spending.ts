import { Disposable } from '../disposable';
import type { SpendingPanel, SpendingPanelPorts } from './spendingPanel';

/** There is at most one spending page; this opens it and finds it again. Its code is read with the first one. */
export class Spending extends Disposable {
  private current: SpendingPanel | undefined;

  constructor(private readonly ports: SpendingPanelPorts) {
    super();
  }

  async open(): Promise<void> {
    const { SpendingPanel } = await import('./spendingPanel');
    if (this.disposed) return;
    if (this.current !== undefined) {
      this.current.reveal();
      return;
    }
    const panel = new SpendingPanel(this.ports);
    this.current = panel;
    panel.onDidDispose(() => {
      if (this.current === panel) this.current = undefined;
    });
  }

  override dispose(): void {
    super.dispose();
    this.current?.dispose();
  }
}
