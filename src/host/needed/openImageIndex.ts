import * as vscode from 'vscode';

import { systemClock } from '../../core/clock';
import type { Log } from '../../core/log';
import type { Projects } from '../code/projects';
import { ImageProblems } from './imageProblems';
import type { ImageIndex } from './imageIndex';
import { threadsOf } from './parserThread';
import { ReferenceParser } from './referenceParser';
import type { ScanScope } from './scanScope';
import { WorkspaceImageIndex } from './workspaceImageIndex';

export interface OpenImageIndexPorts {
  readonly extensionUri: vscode.Uri;
  readonly projects: Pick<Projects, 'of' | 'onDidChange'>;
  readonly scope: ScanScope;
  readonly log: Log;
}

/** Opens the index with its problems and begins to look through the workspace. The index owns all that comes with it. */
export function openImageIndex({
  extensionUri,
  projects,
  scope,
  log,
}: OpenImageIndexPorts): ImageIndex {
  const worker = vscode.Uri.joinPath(extensionUri, 'dist', 'referenceWorker.js');
  const parser = new ReferenceParser({ start: threadsOf(worker.fsPath), clock: systemClock, log });
  const index = new WorkspaceImageIndex({
    scope,
    parser,
    projectOf: (file) => projects.of(file),
    onDidChangeProjects: projects.onDidChange,
    clock: systemClock,
    log,
  });
  index.own(parser);
  index.own(new ImageProblems(index, vscode.l10n));
  index.begin();
  return index;
}
