import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { FaultRule } from '../../src/simulator/faults';
import { imagesIn } from '../support/files';
import { openPanel } from '../support/frames';
import { useApiKey } from '../support/keys';
import { answerDialog, answerNotification, notification } from '../support/messages';
import { saveAt } from '../support/palette';
import { askFor, failureOf, resultCard, taskOf } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, posts, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'recovery-key';
const service = await simulate({ key });
const workbench = useWorkbench('recovery', { settings: chosenService(service) });
const stillPending: FaultRule = { on: 'poll', fault: { kind: 'status', status: 'Pending' } };
let page: Page;
let panel: FrameLocator;
let before: number;

beforeAll(async () => {
  page = await workbench.open();
  panel = await openPanel(page);
  await useApiKey(page, key);
});

beforeEach(() => {
  service.setFaults([]);
  before = posts(service).length;
});

test('a picture that is being made when the window is reloaded arrives, and is paid once', async () => {
  service.setFaults([stillPending]);
  await askFor(panel, 'A patient boat');
  await taskOf(panel, 'A patient boat').getByText('At the service: Pending').waitFor();
  await workbench.reload(page);
  panel = await openPanel(page);
  await taskOf(panel, 'A patient boat').getByText('At the service: Pending').waitFor();
  await takeScreenshot(page, 'recovery-running');
  service.setFaults([]);
  await resultCard(panel, 'A patient boat').waitFor();
  await imagesIn(assets(), 1);
  expect(posts(service)).toHaveLength(before + 1);
});

test('a second window shows the task, leaves it alone, and has the picture', async () => {
  service.setFaults([stillPending]);
  await askFor(panel, 'A shared boat');
  await taskOf(panel, 'A shared boat').getByText('At the service: Pending').waitFor();
  const second = await workbench.open();
  const other = await openPanel(second);
  await taskOf(other, 'A shared boat').getByText('Running in another window').waitFor();
  expect(await taskOf(other, 'A shared boat').getByRole('button').count()).toBe(0);
  await takeScreenshot(second, 'recovery-elsewhere');
  service.setFaults([]);
  await resultCard(panel, 'A shared boat').waitFor();
  await resultCard(other, 'A shared boat').waitFor();
  await second.close();
  await imagesIn(assets(), 2);
  expect(posts(service)).toHaveLength(before + 1);
});

test('a request whose answer never came is not sent again by itself, only by its person', async () => {
  service.setFaults([{ on: 'create', times: 1, fault: { kind: 'reset', when: 'after-body' } }]);
  await askFor(panel, 'A doubtful boat');
  expect(await failureOf(panel, 'A doubtful boat')).toContain('may have been charged');
  await workbench.reload(page);
  panel = await openPanel(page);
  expect(await failureOf(panel, 'A doubtful boat')).toContain('may have been charged');
  await takeScreenshot(page, 'recovery-ambiguous');
  const task = taskOf(panel, 'A doubtful boat');
  await task.getByRole('button', { name: 'Check Balance' }).click();
  await notification(page, 'Balance: ').waitFor();
  await takeScreenshot(page, 'recovery-balance');
  expect(posts(service)).toHaveLength(before + 1);
  await answerNotification(page, 'Balance: ', 'Send Again');
  await answerDialog(page, 'Send this request again?', 'Send Again');
  await resultCard(panel, 'A doubtful boat').waitFor();
  expect(posts(service)).toHaveLength(before + 2);
});

test('a canceled task is fetched anyway, and paid once', async () => {
  service.setFaults([stillPending]);
  await askFor(panel, 'A wanted boat');
  const task = taskOf(panel, 'A wanted boat');
  await task.getByText('At the service: Pending').waitFor();
  await task.getByRole('button', { name: 'Cancel' }).click();
  await task.getByRole('button', { name: 'Fetch Anyway' }).waitFor();
  await takeScreenshot(page, 'recovery-canceled');
  service.setFaults([]);
  await task.getByRole('button', { name: 'Fetch Anyway' }).click();
  await resultCard(panel, 'A wanted boat').waitFor();
  expect(posts(service)).toHaveLength(before + 1);
  const lock = () => readFile(join(assets(), 'flux-assets.lock.json'), 'utf8');
  await expect.poll(lock, { timeout: 60_000 }).toContain('A wanted boat');
});

test('a picture that cannot be saved is kept over a reload, and saved elsewhere', async () => {
  await rm(assets(), { recursive: true, force: true });
  await writeFile(assets(), 'A file stands in the way.');
  await askFor(panel, 'A homeless boat');
  expect(await failureOf(panel, 'A homeless boat')).toContain('Save to…');
  await workbench.reload(page);
  panel = await openPanel(page);
  expect(await failureOf(panel, 'A homeless boat')).toContain('Save to…');
  await takeScreenshot(page, 'recovery-unsaved');
  const place = join(workbench.folder, 'rescued');
  await mkdir(place);
  const open = async () => {
    const button = taskOf(panel, 'A homeless boat').getByRole('button', { name: 'Save to…' });
    await button.click({ timeout: 20_000 });
    await takeScreenshot(page, 'recovery-save-to');
  };
  await saveAt(page, join(place, 'boat.jpg'), open, () =>
    resultCard(panel, 'A homeless boat').waitFor({ timeout: 20_000 }),
  );
  const [saved = ''] = await imagesIn(place, 1);
  expect(saved).toBe(join(place, 'boat.jpg'));
  expect(posts(service)).toHaveLength(before + 1);
});

function assets(): string {
  return join(workbench.folder, 'assets');
}
