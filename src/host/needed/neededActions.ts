import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { MISSING_IMAGE, PROBLEM_SOURCE } from '../problems';
import type { ImageIndex, NeededImage } from './imageIndex';

/** Offers on each such Problem to generate the image, or all that its file needs. */
export class NeededActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  constructor(
    private readonly index: Pick<ImageIndex, 'needed'>,
    private readonly l10n: Localizer,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const { l10n } = this;
    const uri = document.uri.toString();
    const here = this.index.needed.filter((needed) => needed.document.toString() === uri);
    const own = diagnostics.filter(isOurs);
    const fixes = own.flatMap((diagnostic) => {
      const needed = here.find(({ range }) => range.isEqual(diagnostic.range));
      return needed === undefined ? [] : [fixOf(needed, diagnostic, l10n)];
    });
    if (fixes.length === 0 || here.length < 2) return fixes;
    const title = l10n.t('Generate all images needed in this file');
    const all = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    all.diagnostics = [...own];
    all.command = { title, command: 'fluxAssets.generateAllNeeded', arguments: [uri] };
    return [...fixes, all];
  }
}

function fixOf(
  { id }: NeededImage,
  diagnostic: vscode.Diagnostic,
  l10n: Localizer,
): vscode.CodeAction {
  const title = l10n.t('Generate this image');
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.diagnostics = [diagnostic];
  fix.isPreferred = true;
  fix.command = { title, command: 'fluxAssets.generateNeeded', arguments: [id] };
  return fix;
}

function isOurs({ source, code }: vscode.Diagnostic): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return source === PROBLEM_SOURCE && value === MISSING_IMAGE;
}
