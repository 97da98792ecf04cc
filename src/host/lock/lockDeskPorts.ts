import * as vscode from 'vscode';

import { editorDialogs } from '../dialogs';
import type { LazyImageIndex } from '../needed/lazyImageIndex';
import { reportFailure } from '../report';
import type { LockDeskPorts } from './lockDesk';

/** What the rest of the window lends to the desk. */
export interface EditorPorts extends Omit<
  LockDeskPorts,
  'ask' | 'tell' | 'tellFailure' | 'dialogs' | 'images'
> {
  readonly images: Pick<LazyImageIndex, 'load'>;
  readonly onError: (error: unknown) => void;
}

/** The desk's ports in the editor: what is asked and told goes through its own dialogs. */
export function lockDeskPorts({ images, ...ports }: EditorPorts): LockDeskPorts {
  return {
    ...ports,
    images: () => images.load(),
    dialogs: editorDialogs,
    ask: async (question, detail, buttons) =>
      vscode.window.showInformationMessage(question, { modal: true, detail }, ...buttons),
    tell: (message) => void vscode.window.showInformationMessage(message),
    tellFailure: (failure) => void reportFailure(failure, ports.l10n),
  };
}
