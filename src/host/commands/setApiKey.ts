import * as vscode from 'vscode';

import { isGenerationFailure } from '../../core/api/failure';
import { providerIds, type ProviderId } from '../../core/api/provider';
import { failureSentence } from '../../protocol/failureWords';
import type { Localizer } from '../../protocol/localizer';
import type { ApiKeys } from '../apiKeys';
import { providerLabel } from '../providerLabels';
import { readSettings, updateSetting } from '../settings';

/** What the key commands need. */
export interface ApiKeyPorts {
  readonly keys: ApiKeys;
  readonly l10n: Localizer;
  /** The balance at the chosen provider in credits; `undefined` where a key cannot be checked for free. */
  readonly checkKey: () => Promise<number | undefined>;
}

/** *Set API Key*: for the chosen provider; from `demo` it asks which one and switches to it. */
export async function setApiKey(ports: ApiKeyPorts): Promise<void> {
  const { keys, l10n } = ports;
  const chosen = readSettings().provider;
  const provider = chosen === 'demo' ? await askProvider(keys, l10n) : chosen;
  if (provider === undefined) return;
  const key = await vscode.window.showInputBox({
    title: l10n.t('API Key for {0}', providerLabel(provider, l10n)),
    prompt: l10n.t(
      'The key is kept in the editor’s secret storage and sent to this provider only.',
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => keyProblem(value, l10n),
  });
  if (key === undefined) return;
  await keys.set(provider, key.trim());
  if (provider !== chosen) await updateSetting('provider', provider);
  await tellWhetherItWorks(provider, ports);
}

/** *Remove API Key*: of the chosen provider, or of one that a person picks. */
export async function removeApiKey({ keys, l10n }: ApiKeyPorts): Promise<void> {
  const stored = providerIds.filter((id) => id !== 'demo' && keys.isReady(id));
  if (stored.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No API key is stored.'));
    return;
  }
  const chosen = readSettings().provider;
  const provider = stored.includes(chosen) ? chosen : await pickProvider(stored, keys, l10n);
  if (provider === undefined) return;
  await keys.remove(provider);
  void vscode.window.showInformationMessage(
    l10n.t('The API key for {0} was removed.', providerLabel(provider, l10n)),
  );
}

async function tellWhetherItWorks(provider: ProviderId, ports: ApiKeyPorts): Promise<void> {
  const { l10n } = ports;
  const name = providerLabel(provider, l10n);
  try {
    const balance = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: l10n.t('Checking the API key…') },
      () => ports.checkKey(),
    );
    const sentence =
      balance === undefined
        ? l10n.t(
            'The API key for {0} is saved. Whether it works cannot be checked without generating.',
            name,
          )
        : l10n.t(
            'The API key for {0} works. Balance: {1} credits.',
            name,
            balance.toLocaleString(vscode.env.language),
          );
    void vscode.window.showInformationMessage(sentence);
  } catch (error) {
    if (!isGenerationFailure(error)) throw error;
    const sentence =
      error.failure.code === 'auth'
        ? l10n.t('{0} does not accept this API key. It is saved all the same.', name)
        : l10n.t(
            'The API key is saved, but could not be checked. {0}',
            failureSentence(error.failure, l10n),
          );
    // Not waited for: what asked for the key goes on, whether or not somebody closes the notification.
    void offerAnotherKey(sentence, ports);
  }
}

async function offerAnotherKey(sentence: string, ports: ApiKeyPorts): Promise<void> {
  const again = ports.l10n.t('Set Another Key');
  const pressed = await vscode.window.showWarningMessage(sentence, again);
  if (pressed === again) await setApiKey(ports);
}

function askProvider(keys: ApiKeys, l10n: Localizer): Promise<ProviderId | undefined> {
  return pickProvider(
    providerIds.filter((id) => id !== 'demo'),
    keys,
    l10n,
  );
}

/** Lets a person pick one of `ids`, told which have a key. */
export async function pickProvider(
  ids: readonly ProviderId[],
  keys: ApiKeys,
  l10n: Localizer,
): Promise<ProviderId | undefined> {
  const chosen = readSettings().provider;
  const items = ids.map((id) => ({
    id,
    label: providerLabel(id, l10n),
    description: [
      id === chosen ? l10n.t('chosen') : '',
      id !== 'demo' && keys.isReady(id) ? l10n.t('key set') : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Select Provider'),
    // A page that takes the focus back late, after the palette has closed, must not close it.
    ignoreFocusOut: true,
  });
  return picked?.id;
}

function keyProblem(value: string, l10n: Localizer): string | undefined {
  if (value.trim() === '') return l10n.t('Enter the API key.');
  // A header takes printable ASCII; a pasted line break or blank would break the request.
  return /^[\x21-\x7e]+$/.test(value.trim())
    ? undefined
    : l10n.t('An API key has no blanks and no special characters.');
}
