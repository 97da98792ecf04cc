import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { fluxApi, freshFolder } from './support/flux';
import { writeFiles } from './support/imageIndexes';
import { until } from './support/until';

describe('problems of images', () => {
  const problemsOf = (document: vscode.Uri) =>
    vscode.languages.getDiagnostics(document).filter(({ source }) => source === 'Flux Assets');

  it('stand at each reference whose image is not there, until it is', async () => {
    await fluxApi();
    const folder = freshFolder();
    const text = '# Boats\n\n![A boat](boat.png) ![Later](https://placehold.co/600x400)\n';
    await writeFiles(folder, { 'page.md': text });
    const page = vscode.Uri.joinPath(folder, 'page.md');
    await until('the problems are there', () => problemsOf(page).length === 2);
    const name = vscode.workspace.asRelativePath(folder);
    assert.deepEqual(
      problemsOf(page).map(({ code, severity, range, message }) => [
        code,
        vscode.DiagnosticSeverity[severity],
        [range.start.line, range.start.character, range.end.character],
        message,
      ]),
      [
        ['missing-image', 'Warning', [2, 10, 18], `The image ${name}/boat.png is not there.`],
        [
          'missing-image',
          'Information',
          [2, 29, 57],
          'A placeholder from placehold.co stands here for a picture that is yet to be made.',
        ],
      ],
    );
    await writeFiles(folder, { 'boat.png': 'x' });
    await until('the image is not missed', () => problemsOf(page).length === 1);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'boat.png'));
    await until('the image is missed', () => problemsOf(page).length === 2);
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until('nobody misses it', () => problemsOf(page).length === 0);
  });

  it('are scanned for on request', async () => {
    await fluxApi();
    const folder = freshFolder();
    await writeFiles(folder, { 'page.md': '![A boat](boat.png)' });
    await vscode.commands.executeCommand('fluxAssets.scanNeeded');
    assert.equal(problemsOf(vscode.Uri.joinPath(folder, 'page.md')).length, 1);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
