import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { FaultRule } from '../../src/simulator/faults';
import { namesIn } from '../support/files';
import { openPanel } from '../support/frames';
import { useApiKey } from '../support/keys';
import { askFor, failureOf, number, select, taskOf } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, posts, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'failures-key';
const service = await simulate({ key });
const workbench = useWorkbench('failures', { settings: chosenService(service) });
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  panel = await openPanel(page);
  await useApiKey(page, key);
});

test('what the service says of a field of the panel stands at that field', async () => {
  const words = 'Input should be less than or equal to 1408';
  const detail = [{ type: 'less_than_equal', loc: ['body', 'width'], msg: words }];
  fault({ on: 'create', times: 1, fault: { kind: 'http', status: 422, body: { detail } } });
  await number(panel, 'Width').fill('1600');
  const told = await failed('A wide field');
  expect(told).toBe(
    `The service refused the request. The service says: width: ${words}. Nothing was charged.`,
  );
  await panel.locator('#field-width-problem').getByText(words).waitFor();
  expect(await number(panel, 'Width').getAttribute('aria-invalid')).toBe('true');
  await takeScreenshot(page, 'panel-422');
  await number(panel, 'Width').fill('1408');
  await panel.locator('#field-width-problem').waitFor({ state: 'detached' });
  await dismiss('A wide field');
});

test('what the service says of the whole request stands beside Generate', async () => {
  await number(panel, 'Width').fill('4096');
  await number(panel, 'Height').fill('4096');
  const told = await failed('A field too large');
  expect(told).toContain('width * height should be at most 4194304 pixels');
  expect(told).toContain('Nothing was charged.');
  await panel.locator('.generate-bar').getByText('width * height should be at most').waitFor();
  await dismiss('A field too large');
  await number(panel, 'Width').fill('');
  await number(panel, 'Height').fill('');
});

test('a model that the service does not know is told', async () => {
  await select(panel, 'Model').selectOption('other');
  await panel.getByRole('textbox', { name: 'Endpoint' }).fill('flux-9-mega');
  expect(await failed('A picture of tomorrow')).toMatch(
    /^The service does not know this model\. Choose another one\. .*Nothing was charged\.$/,
  );
  expect(posts(service).at(-1)?.path).toBe('/v1/flux-9-mega');
  await dismiss('A picture of tomorrow');
  await select(panel, 'Model').selectOption('flux-2-pro');
});

test.each([
  [
    'request-moderated',
    'The service’s filter refused the prompt or a reference image. Reword it. The service says: Content Policy Violation. It may have been charged.',
  ],
  [
    'content-moderated',
    'The service’s filter held back the finished picture. Reword the prompt or change the seed. The service says: Derivative Works Filter. It may have been charged.',
  ],
  [
    'no-credit',
    'The account has not enough credits. Add credits, then generate again. The service says: Insufficient credits. Nothing was charged.',
  ],
])('%s is told with the service’s reason, and whether it was charged', async (marker, sentence) => {
  const prompt = `A gate [simulate: ${marker}]`;
  const before = posts(service).length;
  expect(await failed(prompt)).toBe(sentence);
  expect(posts(service)).toHaveLength(before + 1);
  await takeScreenshot(page, `panel-${marker}`);
  await dismiss(prompt);
});

test('an answer that is not JSON is told, and the request is not sent again', async () => {
  const prompt = 'A riddle [simulate: not-json]';
  const before = posts(service).length;
  const told = await failed(prompt);
  expect(told).toMatch(
    /^The service’s answer could not be read\..*It may have been charged: check the balance before you send it again\.$/s,
  );
  expect(posts(service)).toHaveLength(before + 1);
  await dismiss(prompt);
});

test('a relay’s error body is told in its own words', async () => {
  const message = 'The quota of this token is used up';
  const body = { error: { message, type: 'quota' } };
  fault({ on: 'create', times: 1, fault: { kind: 'http', status: 400, body } });
  expect(await failed('A purse')).toBe(
    `The service refused the request. The service says: ${message}. Nothing was charged.`,
  );
  await dismiss('A purse');
});

test('Cancel on a running task ends the waiting and says that the service goes on', async () => {
  const prompt = 'A clock [simulate: never-ready]';
  await askFor(panel, prompt);
  const task = taskOf(panel, prompt);
  await task.getByText('At the service: Pending').waitFor();
  const running = page.getByRole('button', { name: 'Flux Assets: running tasks: 1' });
  await running.waitFor();
  await takeScreenshot(page, 'panel-running');
  await task.getByRole('button', { name: 'Cancel' }).click();
  expect(await failureOf(panel, prompt)).toMatch(
    /^Canceled here\. The service has no cancel, so the task goes on there\. Fetch Anyway gets the picture\. It may still be billed/,
  );
  await task.getByRole('button', { name: 'Fetch Anyway' }).waitFor();
  await running.waitFor({ state: 'detached' });
  const { length } = service.requests;
  await dismiss(prompt);
  expect(await namesIn(join(workbench.folder, 'assets'))).toEqual([]);
  expect(service.requests).toHaveLength(length);
});

test('a service that cannot be reached is told, and nothing was charged', async () => {
  await service.dispose();
  const told = await failed('An island');
  expect(told).toMatch(/^The service could not be reached\. .*Nothing was charged\.$/s);
  await takeScreenshot(page, 'panel-offline');
});

function fault(rule: FaultRule): void {
  service.setFaults([rule]);
}

/** Asks for a picture; what the panel says of its failure. */
async function failed(prompt: string): Promise<string> {
  await askFor(panel, prompt);
  return failureOf(panel, prompt);
}

async function dismiss(prompt: string): Promise<void> {
  const task = taskOf(panel, prompt);
  await task.getByRole('button', { name: 'Dismiss' }).click();
  await task.waitFor({ state: 'detached' });
}
