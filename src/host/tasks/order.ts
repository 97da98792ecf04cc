import type * as vscode from 'vscode';
import { GenerationFailure } from '../../core/api/failure';
import type { ImageFormat, Model } from '../../core/api/model';
import { modelOf } from '../../core/api/models';
import type { Provider } from '../../core/api/provider';
import { checkRequest, type RequestProblem } from '../../core/api/request';
import type { Asset } from '../../core/assets/asset';
import { readImageHeader } from '../../core/assets/imageHeader';
import type { Recipe } from '../../core/assets/recipe';
import type { PixelSize } from '../../core/assets/size';
import type { Charge } from '../../core/money/charge';
import { estimateOf } from '../../core/money/estimate';
import type { ApiKeys } from '../apiKeys';
import type {
  PaintedPlaceholder,
  PlaceholderFiles,
  WantedPlaceholder,
} from '../assets/placeholderFiles';
import { resolveDestination, type Destination } from '../assets/destination';
import { readSettings, type Settings } from '../settings';

/** What a person or an extension orders: one request, `count` times. */
export interface GenerationOrder {
  readonly prompt: string;
  readonly model: string;
  /** By the API's own names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly references: readonly vscode.Uri[];
  readonly count: number;
  /** A folder, or a file name to use; else the assets folder of `workspaceFolder`. */
  readonly target?: vscode.Uri;
  readonly workspaceFolder?: vscode.Uri;
  /** A person has seen the figures and lets it through whatever the budget says. */
  readonly isOverBudget?: boolean;
  /**
   * What is to be done with each picture as soon as it is saved; the order's end waits for it. `makeRoom` takes the
   * placeholder away. Never rejects.
   */
  readonly onSaved?: (asset: Asset, makeRoom: () => Promise<void>) => Promise<void>;
  /** The file that `onSaved` makes of the picture; where this window does not come so far, another one makes it. */
  readonly made?: { readonly file: vscode.Uri; readonly recipe: Recipe };
  /** Where a placeholder is to lie until the picture comes: at the target itself, or at a file that `onSaved` makes of it. */
  readonly placeholder?: WantedPlaceholder;
}

/** An order that nothing speaks against any more: what its tasks share, and the parameters of each. */
export interface PreparedOrder extends Pick<GenerationOrder, 'onSaved' | 'made'> {
  readonly prompt: string;
  readonly settings: Settings;
  readonly model: Model;
  readonly provider: Provider;
  readonly key: string | undefined;
  readonly destination: Destination;
  /** Bare base64. */
  readonly references: readonly string[];
  /** Where they lie. */
  readonly referenceUris: readonly string[];
  readonly bodies: readonly Readonly<Record<string, unknown>>[];
  /** To be laid into its place once the order is noted. */
  readonly placeholder?: PaintedPlaceholder;
  /** Of one picture; absent where no price is known or none is taken. */
  readonly estimate?: Charge;
}

/** What the preparation of an order needs. */
export interface PrepareOrderPorts {
  readonly keys: Pick<ApiKeys, 'get'>;
  /** The provider that is chosen now; starts the simulator for `demo`. */
  readonly provider: (settings: Settings) => Promise<Provider>;
  readonly loadReference: LoadReference;
  readonly paintPlaceholder: PlaceholderFiles['paint'];
}

/** Reads a reference image as bare base64, of at most so many px as the model takes. */
export type LoadReference = (uri: vscode.Uri, maxPixels: number) => Promise<string>;

/** Looks at all that can be refused before money is spent; rejects with `GenerationFailure`, charged `no`. */
export async function prepareOrder(
  order: GenerationOrder,
  ports: PrepareOrderPorts,
): Promise<PreparedOrder> {
  const { prompt, count } = order;
  const settings = readSettings(order.workspaceFolder);
  const model = modelOf(order.model);
  const destination = await resolveDestination(order.target, order.workspaceFolder, settings);
  const parameters = withFormat(order.parameters, model, destination, settings);
  const provider = await ports.provider(settings);
  const referenceCount = order.references.length;
  const problems = [
    ...checkRequest(model, provider.dialect, { prompt, parameters, referenceCount }),
    ...checkCount(count),
  ];
  if (problems.length > 0) {
    throw new GenerationFailure({ code: 'invalid-request', charged: 'no', problems });
  }
  const key = await ports.keys.get(provider.id);
  if (provider.auth !== 'none' && key === undefined) {
    throw new GenerationFailure({ code: 'auth', charged: 'no', detail: 'no-key' });
  }
  const references = await Promise.all(
    order.references.map((uri) => ports.loadReference(uri, model.references.maxPixels)),
  );
  const bodies = Array.from({ length: count }, (_, index) => nthParameters(parameters, index));
  const referenceUris = order.references.map(String);
  const sizes = references.map(sizeOfBase64);
  const price = estimateOf({ model, provider, parameters, references: sizes, count: 1 });
  const estimate = price.kind === 'priced' ? { estimate: price.charge } : {};
  const placeholder = order.placeholder && (await ports.paintPlaceholder(order.placeholder));
  const { onSaved, made } = order;
  const ends = {
    ...(onSaved && { onSaved }),
    ...(made && { made }),
    ...(placeholder && { placeholder }),
  };
  const plan = { destination, references, referenceUris, bodies, ...estimate };
  return { ...ends, prompt, settings, model, provider, key, ...plan };
}

/** Its header stands at the beginning; what is longer than that has a size that nobody knows. In characters. */
const HEAD = 700_000;

function sizeOfBase64(image: string): PixelSize | undefined {
  return readImageHeader(Buffer.from(image.slice(0, HEAD), 'base64'));
}

/** The format of a chosen file name, else the setting's, where the order names none and the model has a choice. */
function withFormat(
  parameters: Readonly<Record<string, unknown>>,
  model: Model,
  destination: Destination,
  settings: Settings,
): Readonly<Record<string, unknown>> {
  const wanted: ImageFormat | undefined =
    destination.format ?? (settings.outputFormat === 'auto' ? undefined : settings.outputFormat);
  const field = model.parameters.find((each) => each.name === 'output_format');
  const takes = field?.kind === 'choice' && wanted !== undefined && field.values.includes(wanted);
  if (!takes || parameters['output_format'] !== undefined) return parameters;
  return { ...parameters, output_format: wanted };
}

/** Why this is no number of pictures; empty when it is one. */
function checkCount(count: number): readonly RequestProblem[] {
  if (!Number.isInteger(count)) return [{ field: 'count', kind: 'not-an-integer' }];
  if (count < 1) return [{ field: 'count', kind: 'too-small', min: 1, nearest: 1 }];
  return [];
}

/** Several pictures of one seed would be one picture paid several times: each gets the next seed. */
function nthParameters(parameters: Readonly<Record<string, unknown>>, index: number) {
  const seed = parameters['seed'];
  return typeof seed === 'number' && index > 0 ? { ...parameters, seed: seed + index } : parameters;
}
