import * as vscode from 'vscode';

import { writtenInPlace } from '../../core/code/writing/writtenInPlace';
import { askForKey } from '../askFirst';
import type { Projects } from '../code/projects';
import { listAsset } from '../code/pubspecAssets';
import { pickModel } from '../commands/selectModel';
import type { ApiKeyPorts } from '../commands/setApiKey';
import type { FileDeriver } from '../derive/deriveFile';
import type { Dialogs } from '../dialogs';
import { Disposable } from '../disposable';
import type { RunOrders } from '../money/budgetQuestion';
import type { TaskList } from '../tasks/taskList';
import type { TaskRemedies } from '../tasks/taskRemedies';
import { NeededActions } from './neededActions';
import { generateAllNeeded, generateNeeded, type NeededCommandPorts } from './neededCommands';
import { editorNeededDialogs } from './neededDialogs';
import { NeededMaker } from './neededMaker';
import type { LazyImageIndex } from './lazyImageIndex';
import { NeededView } from './neededView';
import { referenceInDocument } from './referenceInDocument';

/** What is done about needed images. */
export interface NeededRoomPorts extends ApiKeyPorts {
  readonly images: Pick<LazyImageIndex, 'current' | 'load' | 'onDidChange'>;
  readonly projects: Pick<Projects, 'of'>;
  readonly runAll: RunOrders;
  readonly deriver: Pick<FileDeriver, 'deriveFile'>;
  readonly dialogs: Dialogs;
  readonly tasks: TaskList;
  readonly remedies: TaskRemedies;
}

/** What a person does about needed images: the view, the quick fixes, and what both order. */
export class NeededRoom extends Disposable {
  private readonly commandPorts: NeededCommandPorts;

  constructor(ports: NeededRoomPorts) {
    super();
    const { images, projects, runAll, deriver, l10n } = ports;
    const index = {
      /** Nothing is known to be needed before the index is open. */
      get needed() {
        return images.current?.needed ?? [];
      },
      onDidChange: images.onDidChange,
      settled: async () => (await images.load()).settled(),
    };
    const maker = new NeededMaker({
      index,
      runAll,
      deriveFile: (...request) => deriver.deriveFile(...request),
      writePath: async (file, place, document) => {
        const reference = referenceInDocument(place, document);
        const project = await projects.of(place.document);
        return (
          reference &&
          writtenInPlace(file.path, reference, {
            path: place.document.path,
            language: place.language,
            text: document.getText(),
            project,
          })
        );
      },
      listAsset: (file, place) => listAsset(file, place, projects),
    });
    this.commandPorts = {
      ...ports,
      index,
      maker,
      neededDialogs: editorNeededDialogs(l10n),
      pickModel: (options) => pickModel(l10n, options),
      askForKey: () => askForKey(ports),
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
