import { mkdir, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { imagesIn } from '../support/files';
import { openHistory, openPanel } from '../support/frames';
import { generate, promptBox } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('readme', {
  settings: { 'workbench.colorTheme': 'Default Dark Modern' },
});

const prompts = [
  'Steam over a cup at the harbor, flat illustration, warm colors',
  'A lighthouse above quiet water at dusk',
  'Coffee beans scattered on blue paper, seen from above',
];

/** The README's picture; `FLUX_ASSETS_README=1` puts a new one into media/readme. */
test('the generator beside its history, as the README shows them', async () => {
  const page = await workbench.open();
  const history = await openHistory(page);
  const panel = await openPanel(page);
  for (const [index, prompt] of prompts.entries()) {
    await generate(panel, prompt);
    await imagesIn(join(workbench.folder, 'assets'), index + 1);
  }
  const items = history.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect.poll(() => items.count()).toBe(prompts.length);
  const pictures = panel.getByRole('region', { name: 'Results' }).getByRole('img');
  await expect.poll(() => pictures.count()).toBe(prompts.length);
  await promptBox(panel).focus();
  const file = await takeScreenshot(page, 'readme');
  if (process.env['FLUX_ASSETS_README'] === undefined) return;
  await mkdir(join(root, 'media/readme'), { recursive: true });
  await copyFile(file, join(root, 'media/readme/panel.png'));
});
