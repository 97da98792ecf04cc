import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { imagesIn, measure } from '../support/files';
import { openHistory, openPanel } from '../support/frames';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('mainJob');

const prompt = 'A lighthouse above a quiet harbor at dawn';

test('a prompt becomes a picture in the assets folder, in the panel and in the history', async () => {
  const page = await workbench.open();
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
  await takeScreenshot(page, 'panel-prompt');
  await panel.getByRole('button', { name: /^Generate/ }).click();

  const [file = ''] = await imagesIn(join(workbench.folder, 'assets'), 1);
  expect(basename(file)).toMatch(/^a-lighthouse-above-a-quiet-harbor-at-dawn/);
  const { format, width, height } = await measure(file);
  expect(file.endsWith(format === 'jpeg' ? '.jpg' : `.${format ?? ''}`)).toBe(true);
  expect([width, height].every((side) => side >= 64)).toBe(true);

  const result = panel.getByRole('region', { name: 'Results' }).getByRole('img', { name: prompt });
  await result.waitFor();
  await page.getByRole('treeitem', { name: 'assets' }).waitFor();
  await takeScreenshot(page, 'panel-result');

  const history = await openHistory(page);
  const items = history.getByRole('list', { name: 'History' }).getByRole('listitem');
  await items.filter({ hasText: prompt }).locator('img').waitFor();
  expect(await items.count()).toBe(1);
  await takeScreenshot(page, 'history');
});
