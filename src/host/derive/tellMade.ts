import * as vscode from 'vscode';

import { messageOf } from '../../core/api/failure';
import { headTags, srcset, type LinkedFile } from '../../core/assets/fileSnippets';
import type { Localizer } from '../../protocol/localizer';
import type { ActiveEditor } from '../activeEditor';
import type { FileDialogs } from './fileDialogs';
import type { ProjectFinder } from './fileJobs';
import { linkedFiles, type PageEditor } from './linkedFiles';
import type { MadeFile, MakeResult } from './makeAll';
import { ManifestPart } from './manifestPart';

/** What telling the end needs. */
export interface TellMadePorts {
  readonly dialogs: Pick<FileDialogs, 'tell'>;
  readonly projects: ProjectFinder;
  readonly activeEditor: Pick<ActiveEditor, 'editor'>;
  readonly l10n: Localizer;
}

/** A button of the message. */
interface Button {
  readonly label: string;
  readonly run: () => Promise<void>;
}

/** Says what was made, adds icons to the site's manifest, and offers what the files are used with. */
export async function tellMade(result: MakeResult, ports: TellMadePorts): Promise<void> {
  const { dialogs, l10n } = ports;
  if (result.isCanceled) {
    void dialogs.tell('info', l10n.t('Canceled. No file was made, and nothing was charged.'));
    return;
  }
  tellFailures(result.failures, ports);
  const { made } = result;
  const [first] = made;
  if (first === undefined) return;
  const manifest = await ManifestPart.of(made, ports);
  const files = linkedFiles(made, await ports.projects.of(first.uri), pageIn(ports));
  const message = [madeWords(made, l10n), manifest.words].filter((words) => words !== '').join(' ');
  await offer(message, buttonsFor(made, files, manifest, ports), ports);
}

/** The last text that a person worked in: where a reference is likely to go. */
function pageIn({ activeEditor }: TellMadePorts): PageEditor | undefined {
  return activeEditor.editor?.document;
}

function tellFailures(failures: readonly unknown[], { dialogs, l10n }: TellMadePorts): void {
  const [first] = failures;
  if (first === undefined) return;
  const more =
    failures.length === 1
      ? ''
      : ` ${l10n.t('{0} other files were not made either.', failures.length - 1)}`;
  void dialogs.tell('error', `${messageOf(first)}${more}`);
}

function madeWords(made: readonly MadeFile[], l10n: Localizer): string {
  const names = made.map(({ uri }) => vscode.workspace.asRelativePath(uri, false));
  const [name = ''] = names;
  if (names.length === 1) return l10n.t('Made {0}. Nothing was charged.', name);
  const shown = names.length <= 5 ? names.join(', ') : `${names.slice(0, 4).join(', ')}, …`;
  return l10n.t('Made {0} files: {1}. Nothing was charged.', names.length, shown);
}

function buttonsFor(
  made: readonly MadeFile[],
  files: readonly LinkedFile[],
  manifest: ManifestPart,
  ports: TellMadePorts,
): readonly Button[] {
  const { l10n } = ports;
  const [first] = made;
  if (first === undefined) return [];
  const isOfOne = made.every(({ source }) => source.toString() === first.source.toString());
  const candidates = isOfOne ? srcset(files) : '';
  const tags = isOfOne ? headTags(files, manifest.url) : '';
  const command = (label: string, id: string) => ({
    label,
    run: async () => {
      await vscode.commands.executeCommand(id, first.uri);
    },
  });
  const copy = (label: string, text: string) => ({
    label,
    run: async () => {
      await vscode.env.clipboard.writeText(text);
    },
  });
  return [
    ...(manifest.canBeMade
      ? [
          {
            label: l10n.t('Make Manifest'),
            run: async () => {
              const words = await manifest.make();
              const rest = buttonsFor(made, files, manifest, ports);
              await offer(words, rest, ports);
            },
          },
        ]
      : []),
    ...(candidates === '' ? [] : [copy(l10n.t('Copy srcset'), candidates)]),
    ...(tags === '' ? [command(l10n.t('Insert'), 'fluxAssets.insertImage')] : []),
    ...(tags === '' ? [] : [copy(l10n.t('Copy HTML'), tags)]),
    command(l10n.t('Reveal'), 'revealInExplorer'),
  ];
}

async function offer(
  message: string,
  buttons: readonly Button[],
  { dialogs }: TellMadePorts,
): Promise<void> {
  const pressed = await dialogs.tell('info', message, ...buttons.map(({ label }) => label));
  await buttons.find(({ label }) => label === pressed)?.run();
}
