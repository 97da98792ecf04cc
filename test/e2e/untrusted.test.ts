import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { imagesIn, namesIn } from '../support/files';
import { openPanel } from '../support/frames';
import { generate, select } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('untrusted', {
  workspace: 'empty',
  settings: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  },
});

test('in Restricted Mode a picture is made, and lies where the user’s settings say', async () => {
  const theirs = {
    'fluxAssets.assetsFolder': 'chosen-by-workspace',
    'fluxAssets.fileName': 'chosen-by-workspace',
    'fluxAssets.provider': 'custom',
    'fluxAssets.custom.baseUrl': 'http://127.0.0.1:9/v1',
    'fluxAssets.defaultModel': 'flux-dev',
  };
  await mkdir(join(workbench.folder, '.vscode'));
  await writeFile(join(workbench.folder, '.vscode', 'settings.json'), JSON.stringify(theirs));
  const page = await workbench.open();
  await page.getByRole('button', { name: 'Restricted Mode' }).first().waitFor();
  const panel = await openPanel(page);
  expect(await select(panel, 'Provider').inputValue()).toBe('demo');
  // That their file is read shows in what Restricted Mode leaves to them.
  expect(await select(panel, 'Model').inputValue()).toBe('flux-dev');
  await generate(panel, 'A careful boat');
  await takeScreenshot(page, 'untrusted');
  const [picture = ''] = await imagesIn(join(workbench.folder, 'assets'), 1);
  expect(basename(picture)).toMatch(/^a-careful-boat-\d+\.jpg$/);
  expect(await namesIn(workbench.folder)).toEqual(['.vscode', 'assets']);
  await page.close();
});
