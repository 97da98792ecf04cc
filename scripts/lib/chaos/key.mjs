import { serviceKey } from './service.mjs';

/** Types the service's key as a person would, in a new window; secrets are shared by all windows. */
export async function storeKey(windows, workspace) {
  const window = await windows.open(workspace, { command: 'fluxAssets.setApiKey' });
  const input = window.page.locator('.quick-input-widget:visible input.input');
  await input.waitFor({ timeout: 90_000 });
  await input.fill(serviceKey);
  await window.page.keyboard.press('Enter');
  const works = window.page.locator('.notification-list-item').filter({ hasText: /works/ });
  await works.first().waitFor();
  await window.done();
  await window.kill();
}
