import type * as vscode from 'vscode';

import type { FileChoice } from '../../core/assets/filePlan';
import type { Localizer } from '../../protocol/localizer';
import type { AssetLocks } from '../lock/assetLocks';
import { askChoice } from './askChoice';
import { confirmFiles } from './confirmFiles';
import type { FileDeriver } from './deriveFile';
import { editorFileDialogs, type FileDialogs } from './fileDialogs';
import { makeAll } from './makeAll';
import { planJobs, readSources } from './fileJobs';
import { tellMade, type TellMadePorts } from './tellMade';

/** What *Make Files…* needs. */
export interface MakeFilesPorts extends Omit<TellMadePorts, 'dialogs'> {
  readonly deriver: Pick<FileDeriver, 'deriveFile'>;
  readonly locks: Pick<AssetLocks, 'remove'>;
  readonly l10n: Localizer;
}

/** *Make Files…*: asks what to make of the pictures, shows the files, makes them here and for free, and says what they are for. */
export async function makeFiles(
  uris: readonly vscode.Uri[],
  ports: MakeFilesPorts,
  dialogs: FileDialogs = editorFileDialogs,
): Promise<void> {
  const { l10n } = ports;
  const sources = await readSources(uris, dialogs, l10n);
  const choice: FileChoice | undefined = await askChoice(sources, dialogs, l10n);
  if (choice === undefined) return;
  const plan = await planJobs(choice, sources, ports.projects);
  const jobs = await confirmFiles(plan, dialogs, l10n);
  if (jobs === undefined || jobs.length === 0) return;
  const title =
    jobs.length === 1
      ? l10n.t('Making 1 file on this machine')
      : l10n.t('Making {0} files on this machine', jobs.length);
  const result = await dialogs.showCancelable(title, (signal, onStep) =>
    makeAll(jobs, ports, signal, onStep),
  );
  await tellMade(result, { ...ports, dialogs });
}
