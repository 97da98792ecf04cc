import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFile, tab } from '../support/editors';
import { imagesIn, namesIn } from '../support/files';
import { openPanel } from '../support/frames';
import { useApiKey } from '../support/keys';
import { answerDialog, dialog } from '../support/messages';
import { quickInput } from '../support/palette';
import {
  askFor,
  failureOf,
  generate,
  number,
  pressGenerate,
  promptBox,
  resultCard,
} from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, posts, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'places-key';
const service = await simulate({ key });
const workbench = useWorkbench('places', {
  workspace: 'empty',
  settings: { ...chosenService(service), 'fluxAssets.fileName': '{prompt}-{seed}' },
});

describe('with no folder open', () => {
  let page: Page;
  let panel: FrameLocator;

  beforeAll(async () => {
    page = await workbench.open({ open: 'nothing' });
    await useApiKey(page, key);
    panel = await openPanel(page);
  });

  const question = 'No folder is open. Where should the pictures be saved?';

  test('Generate asks where to save, and sends nothing when the answer is Cancel', async () => {
    await askFor(panel, 'A homeless picture');
    await dialog(page, question).waitFor();
    await takeScreenshot(page, 'places-no-folder');
    await answerDialog(page, question, 'Cancel');
    expect(service.requests.filter(({ path }) => path !== '/v1/credits')).toEqual([]);
  });

  test('the picture is saved in the folder that was chosen, and the next one too', async () => {
    const chosen = join(workbench.folder, 'chosen');
    await mkdir(join(chosen, 'older'), { recursive: true });
    const pending = { kind: 'status', status: 'Pending' } as const;
    service.setFaults([{ on: 'poll', times: 6, fault: pending }]);
    await pressGenerate(panel);
    await answerDialog(page, question, 'Choose Folder…');
    const input = quickInput(page).filter({ hasText: 'Save Pictures In' }).locator('input.input');
    // The dialog starts with a folder of its own; what is typed before that is there is overwritten.
    await quickInput(page).getByRole('option').first().waitFor();
    await input.fill(`${chosen}/`);
    await quickInput(page).getByRole('option').filter({ hasText: 'older' }).waitFor();
    await takeScreenshot(page, 'places-choose');
    await quickInput(page).getByRole('button', { name: 'Save Here' }).click();
    await panel.getByText('At the service: Pending').waitFor();
    await promptBox(panel).fill('A second picture');
    await resultCard(panel, 'A homeless picture').waitFor();
    const [first = ''] = await imagesIn(chosen, 1);
    // A page that is loaded anew when the picture is there takes the draft from under typing hands.
    const loadedAt = await panel.locator('body').evaluate('performance.timeOrigin');
    expect(loadedAt).toBeLessThan((await stat(first)).mtimeMs);
    expect(await promptBox(panel).inputValue()).toBe('A second picture');
    expect(posts(service)).toHaveLength(1);
    await generate(panel, 'A second picture');
    await imagesIn(chosen, 2);
    await page.close();
  });
});

describe('with several folders open', () => {
  let page: Page;
  let panel: FrameLocator;

  const folder = (name: string) => join(workbench.folder, name);

  beforeAll(async () => {
    for (const name of ['shop', 'blog', 'astray']) {
      await mkdir(join(folder(name), '.vscode'), { recursive: true });
      await writeFile(join(folder(name), `${name}.md`), `# ${name}\n`);
    }
    const settings = { 'fluxAssets.assetsFolder': '../elsewhere' };
    await writeFile(join(folder('astray'), '.vscode', 'settings.json'), JSON.stringify(settings));
    const workspaceFile = join(workbench.folder, 'all.code-workspace');
    const folders = ['shop', 'blog', 'astray'].map((path) => ({ path }));
    await writeFile(workspaceFile, JSON.stringify({ folders }));
    page = await workbench.open({ open: { workspaceFile } });
  });

  test('a picture lands in the folder of the active editor', async () => {
    await openFile(page, join(folder('blog'), 'blog.md'));
    panel = await openPanel(page);
    await generate(panel, 'A blog picture');
    await imagesIn(join(folder('blog'), 'assets'), 1);
    await openFile(page, join(folder('shop'), 'shop.md'));
    await tab(page, 'Image Generator').click();
    await generate(panel, 'A shop picture');
    await imagesIn(join(folder('shop'), 'assets'), 1);
    await imagesIn(join(folder('blog'), 'assets'), 1);
  });

  test('the same prompt with the same seed makes a second file', async () => {
    await number(panel, 'Seed').fill('7');
    await generate(panel, 'Twins');
    await imagesIn(join(folder('shop'), 'assets'), 2);
    await pressGenerate(panel);
    const files = await imagesIn(join(folder('shop'), 'assets'), 3);
    const names = files.map((file) => basename(file)).filter((name) => name.startsWith('twins'));
    expect(names).toEqual(['twins-7-2.jpg', 'twins-7.jpg']);
  });

  test('an assets folder outside the workspace is told, and nothing is sent', async () => {
    await openFile(page, join(folder('astray'), 'astray.md'));
    await tab(page, 'Image Generator').click();
    const before = posts(service).length;
    await askFor(panel, 'A stray picture');
    expect(await failureOf(panel, 'A stray picture')).toBe(
      'The assets folder must lie inside the workspace folder. Change the setting fluxAssets.assetsFolder. Nothing was charged.',
    );
    await takeScreenshot(page, 'places-outside');
    expect(posts(service)).toHaveLength(before);
    expect(await namesIn(folder('elsewhere'))).toEqual([]);
  });
});
