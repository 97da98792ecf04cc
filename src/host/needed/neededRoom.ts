import * as vscode from 'vscode';

import { pickModel } from '../commands/selectModel';
import { Disposable } from '../disposable';
import { NeededActions } from './neededActions';
import { generateAllNeeded, generateNeeded, type NeededCommandPorts } from './neededCommands';
import { editorNeededDialogs } from './neededDialogs';
import { NeededMaker, type NeededMakerPorts } from './neededMaker';
import type { ImageIndex } from './imageIndex';
import { NeededView } from './neededView';

/** What is done about needed images. */
export interface NeededRoomPorts
  extends
    NeededMakerPorts,
    Omit<NeededCommandPorts, 'maker' | 'neededDialogs' | 'pickModel' | 'index'> {
  readonly index: ImageIndex;
}

/** What a person does about needed images: the view, the quick fixes, and what both order. */
export class NeededRoom extends Disposable {
  private readonly commandPorts: NeededCommandPorts;

  constructor(ports: NeededRoomPorts) {
    super();
    const { index, l10n } = ports;
    this.commandPorts = {
      ...ports,
      maker: new NeededMaker(ports),
      neededDialogs: editorNeededDialogs(l10n),
      pickModel: (options) => pickModel(l10n, options),
    };
    this.register(new NeededView(index, l10n));
    this.register(
      // Of every language and none: many of the files open as plain text.
      vscode.languages.registerCodeActionsProvider(
        { pattern: '**' },
        new NeededActions(index, l10n),
        NeededActions.metadata,
      ),
    );
  }

  /** *Generate This Image…*; `target` is an id or a tree item. */
  generate(target: unknown): Promise<void> {
    return generateNeeded(target, this.commandPorts);
  }

  /** *Generate All Needed Images…*; of one document where `target` is its URI. */
  generateAll(target: unknown): Promise<void> {
    return generateAllNeeded(target, this.commandPorts);
  }
}
