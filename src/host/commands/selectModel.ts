import * as vscode from 'vscode';

import type { Model } from '../../core/api/model';
import { modelOf, modelsAt } from '../../core/api/models';
import type { Localizer } from '../../protocol/localizer';
import { priceWords } from '../../protocol/priceWords';
import { leastEstimate, modelEstimate } from '../money/modelEstimate';
import { readSettings, type Settings } from '../settings';

/** Which models are offered, and whose settings name the default. */
export interface PickModelOptions {
  readonly scope: vscode.Uri | undefined;
  /** The pick is for an order of a prompt and nothing else: only models that can do with it, each at its price. */
  readonly promptAlone?: true;
}

/** Lets a person pick a model of the chosen provider: the default first, *Other model…* last. */
export async function pickModel(
  l10n: Localizer,
  { scope, promptAlone }: PickModelOptions,
): Promise<string | undefined> {
  const settings = readSettings(scope);
  const items: (vscode.QuickPickItem & { readonly id?: string })[] = [
    ...modelItems(settings, promptAlone === true, l10n),
    {
      label: l10n.t('Other model…'),
      detail: l10n.t('Any other endpoint of the service, by its id'),
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Select Model'),
    // A page that takes the focus back late, after the palette has closed, must not close it.
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === undefined) return undefined;
  return picked.id ?? (await askModelId(l10n));
}

function modelItems(settings: Settings, promptAlone: boolean, l10n: Localizer) {
  const { provider, defaultModel } = settings;
  const listed = modelsAt(provider);
  const isKnown = listed.some(({ model }) => model.id === defaultModel);
  // A default outside the catalogue is somebody's choice too.
  const unknown = isKnown ? [] : [{ model: modelOf(defaultModel), confirmed: false }];
  const items = [...unknown, ...listed]
    .filter(({ model }) => !promptAlone || takesPromptAlone(model))
    .map(({ model, confirmed }) => ({
      id: model.id,
      label: model.label,
      description: [
        model.id,
        priceWords(
          promptAlone ? modelEstimate(model, settings) : leastEstimate(model, settings),
          l10n,
        ),
        model.id === defaultModel ? l10n.t('default') : '',
        confirmed ? '' : l10n.t('not confirmed on this service'),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      detail: model.purpose,
    }));
  return [
    ...items.filter((item) => item.id === defaultModel),
    ...items.filter((item) => item.id !== defaultModel),
  ];
}

/** Whether a model draws from words and nothing else. */
export function takesPromptAlone(model: Model): boolean {
  return model.prompt !== 'none' && model.references.required === 0;
}

async function askModelId(l10n: Localizer): Promise<string | undefined> {
  const id = await vscode.window.showInputBox({
    title: l10n.t('Other Model'),
    prompt: l10n.t('The endpoint’s id, as it stands after /v1/ in the service’s documentation'),
    placeHolder: 'flux-2-pro',
    validateInput: (value) =>
      /^[\w.-]+(\/[\w.-]+)*$/.test(value.trim())
        ? undefined
        : l10n.t('An id is made of letters, digits, dots, dashes and slashes.'),
  });
  return id?.trim();
}
