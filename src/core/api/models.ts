import type { Model } from './model';
import { flux11Pro, flux11ProUltra, fluxDev, fluxPro } from './models/flux1';
import {
  flux2Flex,
  flux2Max,
  flux2Pro,
  flux2ProPreview,
  klein4b,
  klein9b,
  klein9bPreview,
  otherModel,
} from './models/flux2';
import { flux3Image } from './models/flux3';
import { kontextMax, kontextPro } from './models/kontext';
import { expand, fill } from './models/retouch';
import { deblur, erase, outpainting } from './models/tools';
import type { ProviderId } from './provider';

/** The catalogue: the relay's page first, in its order, then what else the current API has. */
export const models: readonly Model[] = [
  klein4b,
  klein9b,
  flux2Max,
  flux2Pro,
  flux2Flex,
  kontextMax,
  kontextPro,
  flux11ProUltra,
  flux11Pro,
  fluxPro,
  fluxDev,
  flux2ProPreview,
  klein9bPreview,
  flux3Image,
  fill,
  expand,
  outpainting,
  erase,
  deblur,
];

const byId = new Map(models.map((model) => [model.id, model]));

/** The catalogue's row, if it has one. */
export function findModel(id: string): Model | undefined {
  return byId.get(id);
}

/** The catalogue's row, or FLUX.2's shape for an id that it does not know ("Other model…"). */
export function modelOf(id: string): Model {
  return findModel(id) ?? otherModel(id);
}

/** A model in a provider's list. */
export interface ListedModel {
  readonly model: Model;
  /** False: listed as *not confirmed on this service*. */
  readonly confirmed: boolean;
}

/** What a provider's list of models shows, in its order: the confirmed first. */
export function modelsAt(provider: ProviderId): readonly ListedModel[] {
  const listed = models.map((model) => ({ model, confirmed: isConfirmed(model, provider) }));
  return [...listed.filter((one) => one.confirmed), ...listed.filter((one) => !one.confirmed)];
}

function isConfirmed(model: Model, provider: ProviderId): boolean {
  switch (provider) {
    case 'bfl':
      return model.confirmed.bfl;
    case 'openai-hk':
      return model.confirmed.relay;
    // The simulator has every model; what a service of one's own has, nobody can say.
    case 'demo':
    case 'custom':
      return true;
  }
}
