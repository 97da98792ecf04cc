import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import { MISSING_IMAGE, PROBLEM_SOURCE } from '../problems';
import type { ImageIndex, NeededImage } from './imageIndex';

/** Shows each needed image as a problem at its reference (product.md, Problems). */
export class ImageProblems extends Disposable {
  private readonly collection = this.register(
    vscode.languages.createDiagnosticCollection('fluxAssets'),
  );
  /** What is shown of each document, so that only what has changed is shown anew. */
  private shown = new Map<string, string>();

  constructor(
    private readonly index: Pick<ImageIndex, 'needed' | 'onDidChange'>,
    private readonly l10n: Localizer,
  ) {
    super();
    this.register(
      index.onDidChange(() => {
        this.show();
      }),
    );
    this.show();
  }

  private show(): void {
    const byDocument = new Map<string, NeededImage[]>();
    for (const image of this.index.needed) {
      const key = image.document.toString();
      const others = byDocument.get(key);
      if (others === undefined) byDocument.set(key, [image]);
      else others.push(image);
    }
    const now = new Map<string, string>();
    for (const [key, images] of byDocument) {
      const problems = images.map((image) => problemOf(image, this.l10n));
      const shape = JSON.stringify(problems.map(({ range, message }) => [range, message]));
      now.set(key, shape);
      if (this.shown.get(key) !== shape) this.collection.set(vscode.Uri.parse(key), problems);
    }
    for (const key of this.shown.keys())
      if (!now.has(key)) this.collection.delete(vscode.Uri.parse(key));
    this.shown = now;
  }
}

function problemOf({ file, range, reference }: NeededImage, l10n: Localizer): vscode.Diagnostic {
  const isPlaceholder = reference.isPlaceholder === true;
  const message = isPlaceholder
    ? l10n.t(
        'A placeholder from {0} stands here for a picture that is yet to be made.',
        hostOf(reference.raw),
      )
    : l10n.t('The image {0} is not there.', vscode.workspace.asRelativePath(file, false));
  const { Information, Warning } = vscode.DiagnosticSeverity;
  const problem = new vscode.Diagnostic(range, message, isPlaceholder ? Information : Warning);
  problem.source = PROBLEM_SOURCE;
  problem.code = MISSING_IMAGE;
  return problem;
}

/** `https://placehold.co/600x400` → `placehold.co`. */
function hostOf(url: string): string {
  return /^(?:https?:)?\/\/([^/?#:]+)/i.exec(url.trim())?.[1] ?? url;
}
