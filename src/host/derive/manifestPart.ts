import * as vscode from 'vscode';

import { manifestIcons } from '../../core/assets/fileSnippets';
import { manifestNames, type ManifestIcon } from '../../core/assets/webManifest';
import { nameOf } from '../../core/code/paths';
import type { Project } from '../../core/code/project';
import { linkedFiles, urlIn, type PageEditor } from './linkedFiles';
import type { MadeFile } from './makeAll';
import { addIcons, createManifest, findManifest, type ManifestEnd } from './siteManifest';
import type { TellMadePorts } from './tellMade';

/** What becomes of a site's manifest when its icons were made. */
export class ManifestPart {
  private constructor(
    private readonly made: readonly MadeFile[],
    private readonly ports: TellMadePorts,
    private readonly project: Project | undefined,
    private file: vscode.Uri | undefined,
    /** What was done with it, for people; empty where there was nothing to do. */
    readonly words: string,
  ) {}

  /** Adds the icons among the files to the manifest, where the site has one. */
  static async of(made: readonly MadeFile[], ports: TellMadePorts): Promise<ManifestPart> {
    const [first] = made;
    const hasIcons = made.some(({ file }) => file.role === 'appIcon');
    if (first === undefined || !hasIcons)
      return new ManifestPart(made, ports, undefined, undefined, '');
    const project = await ports.projects.of(first.uri);
    const manifest = await findManifest(project, first.uri);
    if (manifest === undefined) {
      const words = ports.l10n.t('The site has no web app manifest to name them in.');
      return new ManifestPart(made, ports, project, undefined, words);
    }
    const end = await addIcons(manifest, iconsIn(manifest, made, project));
    return new ManifestPart(made, ports, project, manifest, endWords(end, manifest, ports));
  }

  get canBeMade(): boolean {
    return this.project !== undefined && this.file === undefined;
  }

  /** Its URL as the page that is worked in names it; none where there is no manifest. */
  get url(): string | undefined {
    if (this.file === undefined || this.project === undefined) return undefined;
    return urlIn(this.ports.activeEditor.editor?.document, this.file, this.project);
  }

  /** Makes one beside the icons, and says so. */
  async make(): Promise<string> {
    const { made, project } = this;
    const { l10n } = this.ports;
    const [first] = made;
    if (first === undefined || project === undefined) return '';
    const file = vscode.Uri.joinPath(first.uri, '..', manifestNames[0] ?? '');
    const appName = nameOf(project.root);
    const name = vscode.workspace.asRelativePath(file, false);
    if (!(await createManifest(file, appName, iconsIn(file, made, project)))) {
      return l10n.t('{0} could not be made. The icons are there.', name);
    }
    this.file = file;
    return l10n.t('Made {0} with the icons. Copy the HTML to name it in your page.', name);
  }
}

/** A manifest names files as a page in its place would. */
function iconsIn(
  manifest: vscode.Uri,
  made: readonly MadeFile[],
  project: Project,
): readonly ManifestIcon[] {
  const page: PageEditor = {
    uri: manifest.with({ path: `${manifest.path}.html` }),
    languageId: 'html',
  };
  return manifestIcons(linkedFiles(made, project, page));
}

function endWords(end: ManifestEnd, manifest: vscode.Uri, { l10n }: TellMadePorts): string {
  const name = vscode.workspace.asRelativePath(manifest, false);
  switch (end.kind) {
    case 'added':
      return l10n.t('{0} names them now.', name);
    case 'had-them':
      return l10n.t('{0} named them already.', name);
    case 'mistake':
      return l10n.t(
        '{0} has a mistake in line {1}, so the icons were not named in it.',
        name,
        end.line,
      );
    case 'refused':
      return l10n.t('{0} could not be changed, so the icons were not named in it.', name);
  }
}
