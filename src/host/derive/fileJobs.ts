import * as vscode from 'vscode';

import {
  planFiles,
  type FileChoice,
  type PlannedFile,
  type SourcePicture,
} from '../../core/assets/filePlan';
import { readPictureHeader } from '../../core/assets/pictureHeader';
import { nameOf } from '../../core/code/paths';
import type { Project } from '../../core/code/project';
import type { Localizer } from '../../protocol/localizer';
import { exists } from '../assets/files';
import type { FileDialogs } from './fileDialogs';

/** A picture in its file. */
export interface Source extends SourcePicture {
  readonly uri: vscode.Uri;
}

/** A file that is to be made. */
export interface FileJob {
  readonly source: vscode.Uri;
  readonly file: PlannedFile;
  /** The name that it gets unless that is taken when it is made. */
  readonly target: vscode.Uri;
  readonly isTaken: boolean;
}

/** All that a choice comes to. */
export interface JobPlan {
  readonly jobs: readonly FileJob[];
  readonly leftOut: readonly PlannedFile[];
}

/** Tells the project that a file belongs to. */
export interface ProjectFinder {
  of(file: vscode.Uri): Promise<Project>;
}

/** The pictures that can be read; the others are told. */
export async function readSources(
  uris: readonly vscode.Uri[],
  dialogs: Pick<FileDialogs, 'tell'>,
  l10n: Localizer,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const uri of uris) {
    const source = await readSource(uri);
    if (source !== undefined) sources.push(source);
    else {
      const name = vscode.workspace.asRelativePath(uri, false);
      void dialogs.tell(
        'error',
        l10n.t(
          '{0} cannot be read as a PNG, JPEG, WebP or AVIF image. No file was made of it.',
          name,
        ),
      );
    }
  }
  return sources;
}

async function readSource(uri: vscode.Uri): Promise<Source | undefined> {
  try {
    const header = readPictureHeader(await vscode.workspace.fs.readFile(uri));
    return header && { uri, stem: nameOf(uri.path).replace(/\.\w+$/, ''), ...header };
  } catch {
    return undefined;
  }
}

/** Where the files go: beside their picture; what a site has at its root into the folder that is served there. */
export async function planJobs(
  choice: FileChoice,
  sources: readonly Source[],
  projects: ProjectFinder,
): Promise<JobPlan> {
  const jobs: FileJob[] = [];
  const leftOut: PlannedFile[] = [];
  for (const source of sources) {
    const plan = planFiles(choice, source);
    const folder = await folderFor(choice, source.uri, projects);
    leftOut.push(...plan.leftOut);
    for (const file of plan.files) {
      const target = vscode.Uri.joinPath(folder, file.name);
      jobs.push({ source: source.uri, file, target, isTaken: await exists(target) });
    }
  }
  return { jobs, leftOut };
}

async function folderFor(
  choice: FileChoice,
  source: vscode.Uri,
  projects: ProjectFinder,
): Promise<vscode.Uri> {
  const beside = vscode.Uri.joinPath(source, '..');
  if (choice.kind !== 'icons' && choice.kind !== 'favicon') return beside;
  const { root, servedFolders } = await projects.of(source);
  const [served] = servedFolders;
  return served === undefined ? beside : source.with({ path: `${root}/${served}` });
}
