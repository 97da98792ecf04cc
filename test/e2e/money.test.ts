import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openPanel } from '../support/frames';
import { useApiKey } from '../support/keys';
import { answerDialog, dialog } from '../support/messages';
import { quickInput, runCommand } from '../support/palette';
import { askFor, failureOf, generate, number, pressGenerate, resultCard } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, posts, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'money-key';
const service = await simulate({ key, credits: 951 });
const settings = { ...chosenService(service), 'fluxAssets.budget.perDay': 0.05 };
const workbench = useWorkbench('money', { settings });
const webviews = 'iframe.webview[src*="extensionId=flux-assets.flux-assets"]';
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  panel = await openPanel(page);
  await useApiKey(page, key);
});

test('Generate says what it will cost, with every change of what makes the price', async () => {
  const button = panel.getByRole('button', { name: /^Generate/ });
  await expect.poll(() => button.innerText()).toMatch(/^Generate · 3 credits \(\$0\.03\)$/);
  await number(panel, 'Width').fill('1920');
  await number(panel, 'Height').fill('1088');
  await expect.poll(() => button.innerText()).toContain('4.5 credits ($0.045)');
  await number(panel, 'Number of images').fill('2');
  await expect.poll(() => button.innerText()).toContain('9 credits ($0.09)');
  await number(panel, 'Number of images').fill('1');
  await number(panel, 'Width').fill('');
  await number(panel, 'Height').fill('');
});

test('what was spent today stands in the status bar', async () => {
  await generate(panel, 'A first coin');
  await page.getByRole('button', { name: /spent today: \$0\.03/ }).waitFor();
});

test('the budget refuses before anything is sent, and a person may let it through', async () => {
  const before = posts(service).length;
  await askFor(panel, 'A second coin');
  const question = 'Generate over the budget?';
  await dialog(page, question)
    .getByText('This order ($0.03) would bring today’s spending to $0.06, over the budget of $0.05')
    .waitFor();
  await takeScreenshot(page, 'money-over-budget');
  await answerDialog(page, question, 'Cancel');
  expect(await failureOf(panel, 'A second coin')).toMatch(
    /over the budget.*Nothing was charged\.$/,
  );
  expect(posts(service)).toHaveLength(before);
  await pressGenerate(panel);
  await answerDialog(page, question, 'Generate Anyway');
  await resultCard(panel, 'A second coin').waitFor();
  expect(posts(service)).toHaveLength(before + 1);
});

test('the status bar leads to spending, budget and balance', async () => {
  await page.getByRole('button', { name: /spent today: \$0\.06/ }).click();
  const list = quickInput(page);
  await list.getByText('Spent today: $0.06').waitFor();
  await list.getByText('Budget: $0.05 a day').waitFor();
  await list.getByText(/Balance: 945 credits \(\$9\.45\)/).waitFor();
  await takeScreenshot(page, 'money-status');
  await page.keyboard.press('Escape');
});

test('the spending page adds it up', async () => {
  const spending = await showSpending();
  await spending.getByRole('radio', { name: /Today/ }).waitFor();
  await expect.poll(() => spending.locator('body').innerText()).toContain('$0.06');
  await spending.getByRole('table').getByText('a-second-coin').first().waitFor();
  await takeScreenshot(page, 'spending-light');
});

test.each([
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
])('looks at home in a %s theme', async (name, theme) => {
  await workbench.setSettings({ 'workbench.colorTheme': theme });
  await workbench.reload(page);
  panel = await openPanel(page);
  await resultCard(panel, 'A second coin').waitFor();
  await page.getByRole('button', { name: /spent today: \$0\.06/ }).waitFor();
  const className = await panel.locator('body').getAttribute('class');
  expect(className).toContain(name === 'dark' ? 'vscode-dark' : 'vscode-high-contrast');
  await takeScreenshot(page, `money-${name}`);
  const spending = await showSpending();
  await spending.getByRole('table').getByText('a-second-coin').first().waitFor();
  await takeScreenshot(page, `spending-${name}`);
  await page.keyboard.press('Control+W');
});

/** Opens the spending page and resolves with it once it is drawn. */
async function showSpending(): Promise<FrameLocator> {
  await runCommand(page, 'Flux Assets: Show Spending');
  await page.getByRole('tab', { name: 'Spending' }).waitFor();
  const frames = page.locator(webviews).filter({ visible: true });
  const spending = frames.last().contentFrame().frameLocator('#active-frame');
  await spending.getByRole('table').waitFor();
  return spending;
}
