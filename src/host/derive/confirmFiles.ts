import * as vscode from 'vscode';

import { ICON_SIZES } from '../../core/assets/recipe';
import { formatName } from '../../protocol/formatNames';
import type { Localizer } from '../../protocol/localizer';
import type { Choice, FileDialogs } from './fileDialogs';
import type { FileJob, JobPlan } from './fileJobs';

/** Shows the files before they are made, all ticked; those that stay so. `undefined` where the person leaves. */
export async function confirmFiles(
  { jobs, leftOut }: JobPlan,
  dialogs: Pick<FileDialogs, 'pickMany'>,
  l10n: Localizer,
): Promise<readonly FileJob[] | undefined> {
  const omitted = leftOut.map(({ name }) => name).join(', ');
  return dialogs.pickMany(
    {
      title: l10n.t('Make Files: free, made on this machine'),
      placeHolder:
        omitted === ''
          ? l10n.t('Press OK to make these files. Nothing that is there is overwritten.')
          : l10n.t('Left out, as the image has too few pixels: {0}', omitted),
    },
    jobs.map((job) => choiceOf(job, l10n)),
  );
}

function choiceOf(job: FileJob, l10n: Localizer): Choice<FileJob> {
  const notes = [
    ...(job.isTaken ? [l10n.t('This name is taken, so the file gets a counter.')] : []),
    ...(job.file.isEnlarged ? [l10n.t('The image has fewer pixels, so this will look soft.')] : []),
  ];
  return {
    value: job,
    label: job.file.name,
    description: factsOf(job, l10n),
    picked: true,
    ...(notes.length > 0 && { detail: notes.join(' ') }),
  };
}

function factsOf({ file, target }: FileJob, l10n: Localizer): string {
  const { recipe, size } = file;
  const { format, quality } = recipe;
  const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(target, '..'), false);
  return [
    format === 'ico' ? `${ICON_SIZES.join(', ')} px` : `${size.width} × ${size.height} px`,
    quality === undefined
      ? formatName(format)
      : l10n.t('{0}, quality {1}', formatName(format), quality),
    folder,
  ].join(' · ');
}
