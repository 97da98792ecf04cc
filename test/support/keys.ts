import type { Page } from 'playwright-core';
import { notification } from './messages';
import { answerInputBox, runCommand } from './palette';

/** Types a key for the chosen provider, as a person would, and waits until the extension says `answer` of it. */
export async function setApiKey(page: Page, key: string, answer: string | RegExp): Promise<void> {
  await runCommand(page, 'Flux Assets: Set API Key');
  await answerInputBox(page, 'API Key for', key);
  await notification(page, answer).waitFor();
}

/** As `setApiKey`, for a key that the service takes. */
export async function useApiKey(page: Page, key: string): Promise<void> {
  await setApiKey(page, key, /works\. Balance: /);
}
