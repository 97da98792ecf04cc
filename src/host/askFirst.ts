import { setApiKey, type ApiKeyPorts } from './commands/setApiKey';
import type { Place, SaveFolder } from './assets/saveFolder';
import { readSettings } from './settings';

/** What is needed to ask a person before an order. */
export interface AskFirstPorts extends ApiKeyPorts {
  readonly saveFolder: SaveFolder;
}

/**
 * Asks for what a person's order cannot do without: a place to save, and the chosen provider's key.
 * `undefined` where they gave no place. Without a key the order is refused by itself, with words and a button.
 */
export async function askFirst(ports: AskFirstPorts): Promise<Place | undefined> {
  const place = await ports.saveFolder.ask();
  if (place === undefined) return undefined;
  await askForKey(ports);
  return place;
}

/** Asks for the chosen provider's key where there is none. */
export async function askForKey(ports: ApiKeyPorts): Promise<void> {
  const { provider } = readSettings();
  // Known keys are not read twice: the storage is the workbench's, and the click waits for it.
  if (ports.keys.isReady(provider)) return;
  // Of the storage itself: right after the start, what is known of the keys may not be there yet.
  if ((await ports.keys.get(provider)) === undefined) await setApiKey(ports);
}
