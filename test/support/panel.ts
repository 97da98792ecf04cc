import type { FrameLocator, Locator } from 'playwright-core';
import { expect } from 'vitest';

const patience = { timeout: 20_000 };

/** The page's field for the prompt. */
export function promptBox(panel: FrameLocator): Locator {
  return panel.getByRole('textbox', { name: 'Prompt' });
}

/** A drop-down list by its label; its values are ids. */
export function select(panel: FrameLocator, name: string): Locator {
  return panel.getByRole('combobox', { name, exact: true });
}

/** A number field by its label. */
export function number(panel: FrameLocator, name: string): Locator {
  return panel.getByRole('spinbutton', { name, exact: true });
}

/** Waits until a field holds this value. */
export async function untilValue(field: Locator, value: string): Promise<void> {
  await expect.poll(() => field.inputValue(), patience).toBe(value);
}

/** Presses the one button that spends money. */
export async function pressGenerate(panel: FrameLocator): Promise<void> {
  await panel.getByRole('button', { name: /^Generate/ }).click();
}

/** Types a prompt and presses Generate. */
export async function askFor(panel: FrameLocator, prompt: string): Promise<void> {
  await promptBox(panel).fill(prompt);
  await pressGenerate(panel);
}

/** Types a prompt, presses Generate and waits for the picture, whose card it resolves with. */
export async function generate(panel: FrameLocator, prompt: string): Promise<Locator> {
  await askFor(panel, prompt);
  const card = resultCard(panel, prompt);
  await card.waitFor();
  return card;
}

/** The card of the newest picture with this prompt. */
export function resultCard(panel: FrameLocator, prompt: string): Locator {
  return panel
    .getByRole('region', { name: 'Results' })
    .getByRole('listitem')
    .filter({ has: panel.getByRole('img', { name: prompt, exact: true }) })
    .first();
}

/** The task that runs or has failed with this prompt. */
export function taskOf(panel: FrameLocator, prompt: string): Locator {
  return panel
    .getByRole('region', { name: 'Tasks' })
    .getByRole('listitem')
    .filter({ hasText: prompt })
    .first();
}

/** Waits until the task with this prompt has failed; what the panel says of it. */
export async function failureOf(panel: FrameLocator, prompt: string): Promise<string> {
  const alert = taskOf(panel, prompt).getByRole('alert');
  await alert.waitFor();
  return alert.innerText();
}
