import * as vscode from 'vscode';

import { providerIds } from '../../core/api/provider';
import type { Lifecycle } from '../lifecycle/lifecycle';
import type { ActiveEditor } from '../activeEditor';
import type { Origins } from '../origin/origins';
import type { LazyImageIndex } from '../needed/lazyImageIndex';
import type { LazyAssetLocks } from '../lock/lazyAssetLocks';
import type { NeededRoom } from '../needed/neededRoom';
import type { PanelReferences } from '../pages/panelReferences';
import type { Panels } from '../pages/panels';
import { updateSetting } from '../settings';
import type { Spending } from '../pages/spending';
import type { ReferenceInsertion } from '../code/referenceInsertion';
import type { TemporaryReferences } from '../code/temporaryReferences';
import type { Draft } from '../../protocol/panel';
import { editorDraftDialogs } from '../fromCode/draftDialogs';
import { generateAndInsert } from '../fromCode/generateAndInsert';
import { generateFromSelection } from '../fromCode/generateFromSelection';
import type { RunOrders } from '../money/budgetQuestion';
import { editImage } from './editImage';
import { insertImage } from './insertImage';
import type { MakeFilesPorts } from '../derive/makeFiles';
import { generateImage, type GeneratePorts } from './generate';
import { makeFilesOf } from './makeFiles';
import type { CommandHandlers } from './register';
import { scanNeeded } from './scanNeeded';
import { pickModel } from './selectModel';
import { pickProvider, removeApiKey, setApiKey } from './setApiKey';
import { cancelTask, showTasks, type ShowTasksPorts } from './tasks';

/** What the commands need. */
export interface CommandPorts extends Omit<GeneratePorts, 'openPanel' | 'tasks'>, ShowTasksPorts {
  readonly panels: Panels;
  readonly references: PanelReferences;
  readonly activeEditor: ActiveEditor;
  readonly insertion: Pick<ReferenceInsertion, 'into' | 'at'>;
  readonly temporary: Pick<TemporaryReferences, 'plan'>;
  /** Runs orders that are paid together. */
  readonly runAll: RunOrders;
  readonly origins: Origins;
  readonly spending: Spending;
  readonly makingFiles: MakeFilesPorts;
  readonly images: Pick<LazyImageIndex, 'load'>;
  readonly assetLocks: Pick<LazyAssetLocks, 'verify' | 'regenerate'>;
  readonly lifecycle: Pick<Lifecycle, 'showUnused' | 'findMoved'>;
  readonly needed: Pick<NeededRoom, 'generate' | 'generateAll'>;
  readonly log: Pick<vscode.LogOutputChannel, 'show'>;
}

/** What each command does. */
export function commandHandlers(ports: CommandPorts): CommandHandlers {
  const { panels, references, origins, scope, keys, tasks, l10n } = ports;
  const openPanel = (draft?: Partial<Draft>) => {
    panels.open(draft);
  };
  return {
    'fluxAssets.openPanel': () => {
      panels.open();
    },
    'fluxAssets.generate': () => generateImage({ ...ports, openPanel }),
    'fluxAssets.generateFromSelection': () =>
      generateFromSelection({ ...ports, dialogs: editorDraftDialogs(l10n), openPanel }),
    'fluxAssets.generateAndInsert': () =>
      generateAndInsert({
        ...ports,
        dialogs: editorDraftDialogs(l10n),
        openPanel,
        insertAt: (document, range, { uri }) =>
          ports.insertion.at(document, range, [vscode.Uri.parse(uri)]),
      }),
    'fluxAssets.editImage': (uri) => {
      editImage(uri, references, panels);
    },
    'fluxAssets.insertImage': (image, selected) => insertImage(image, selected, ports),
    'fluxAssets.makeFiles': (uri, selected) => makeFilesOf(uri, selected, ports.makingFiles),
    'fluxAssets.showHowMade': (image) => origins.show(image),
    'fluxAssets.reuseSettings': (image) => origins.reuse(image),
    'fluxAssets.copyPrompt': (image) => origins.copyPrompt(image),
    'fluxAssets.setApiKey': () => setApiKey(ports),
    'fluxAssets.removeApiKey': () => removeApiKey(ports),
    'fluxAssets.selectProvider': async () => {
      const provider = await pickProvider(providerIds, keys, l10n);
      if (provider !== undefined) await updateSetting('provider', provider);
    },
    'fluxAssets.selectModel': async () => {
      const model = await pickModel(l10n, { scope: scope() });
      if (model === undefined) return;
      await updateSetting('defaultModel', model, scope());
      panels.offer({ model });
    },
    'fluxAssets.cancelTask': (id) => cancelTask(tasks, l10n, id),
    'fluxAssets.showTasks': () => {
      showTasks(ports);
    },
    'fluxAssets.showSpending': () => ports.spending.open(),
    'fluxAssets.generateNeeded': (target) => ports.needed.generate(target),
    'fluxAssets.generateAllNeeded': (target) => ports.needed.generateAll(target),
    'fluxAssets.scanNeeded': () => scanNeeded(ports.images, l10n),
    'fluxAssets.showUnused': () => ports.lifecycle.showUnused(),
    'fluxAssets.findMoved': () => ports.lifecycle.findMoved(),
    'fluxAssets.showLog': () => {
      ports.log.show();
    },
    'fluxAssets.verifyAssets': () => ports.assetLocks.verify(),
    'fluxAssets.regenerate': (file, files) => ports.assetLocks.regenerate(file, files),
  };
}
