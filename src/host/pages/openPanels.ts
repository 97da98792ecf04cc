import type * as vscode from 'vscode';

import type { GeneratorPanelPorts } from './generatorPanel';
import { runPanelIntent, type PanelIntentPorts } from './panelIntents';
import { panelFolders, panelState, type PanelStatePorts } from './panelState';
import { Panels } from './panels';

/** What the generator panel is fed from, and what it can ask for. */
export interface OpenPanelsPorts
  extends
    Omit<PanelIntentPorts, 'isPanelVisible'>,
    Omit<PanelStatePorts, keyof PanelIntentPorts>,
    Pick<GeneratorPanelPorts, 'extensionUri' | 'onError' | 'onDidChangeState'> {
  /** The workspace folder whose settings hold. */
  readonly scope: () => vscode.Uri | undefined;
  /** The panel is seen again: what can change unheard is to be looked at. */
  readonly refreshFiles: () => void;
}

/** The generator panel, once somebody opens it. */
export function openPanels(ports: OpenPanelsPorts): Panels {
  const { scope, saveFolder, references, drafts, onError, refreshFiles } = ports;
  const panels: Panels = new Panels({
    extensionUri: ports.extensionUri,
    state: (webview, kept) => panelState(ports, webview, scope(), kept),
    keptDraft: () => drafts.kept,
    folders: () => [
      ...panelFolders(ports),
      ...(saveFolder.chosen === undefined ? [] : [saveFolder.chosen]),
    ],
    onIntent: (intent) =>
      runPanelIntent(intent, { ...ports, isPanelVisible: () => panels.isVisible }),
    onError,
    onShown: () => {
      refreshFiles();
      references.measure().catch(onError);
    },
    onClosed: () => void drafts.keepPromptOnly().catch(onError),
    onDidChangeState: ports.onDidChangeState,
  });
  return panels;
}
