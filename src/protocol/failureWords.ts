import { fieldReasonLine, type Failure } from '../core/api/failure';
import type { Charge } from '../core/money/charge';
import { overBudgetWords } from './budgetWords';
import { chargedWords } from './chargedWords';
import { fieldLabel } from './fieldLabels';
import type { Localizer } from './localizer';
import { problemSentence } from './problemWords';

/** What a sentence can say beyond the failure itself. */
interface SentenceOptions {
  /** How a field is called; by default as the panel labels it. */
  readonly nameField?: NameField;
  /** What the service charges for the task, as far as it said. */
  readonly cost?: Charge;
}

type NameField = (field: string) => string;

/**
 * A failure in words: what happened, with our own side's words for it and the service's own reason, verbatim; whether
 * it cost money; what to do next. The one place where failures become sentences, for the screen (translated) and for
 * the extension's API (English, with fields by their API names).
 */
export function failureSentence(
  failure: Failure,
  l10n: Localizer,
  { nameField, cost }: SentenceOptions = {},
): string {
  return [explanation(failure, l10n, nameField), chargedWords(failure, l10n, cost)].join(' ');
}

/** A failure in words, without what it cost: for what is free whatever happens. */
export function explanation(
  failure: Failure,
  l10n: Localizer,
  nameField: NameField = (field) => fieldLabel(field, l10n),
): string {
  const happened = whatHappened(failure, l10n, nameField);
  return withReason(withCause(happened, failure, l10n), failure, l10n);
}

function whatHappened(failure: Failure, l10n: Localizer, nameField: NameField): string {
  switch (failure.code) {
    case 'invalid-request':
      return invalidRequest(failure, l10n, nameField);
    case 'auth':
      return failure.detail === 'no-key'
        ? l10n.t('No API key is set for this provider. Set one with Set API Key.')
        : l10n.t('The service does not accept the API key. Check it with Set API Key.');
    case 'insufficient-credits':
      return l10n.t('The account has not enough credits. Add credits, then generate again.');
    case 'rate-limited':
      return l10n.t('The service was too busy until the time-out. Generate again later.');
    case 'request-moderated':
      return l10n.t('The service’s filter refused the prompt or a reference image. Reword it.');
    case 'content-moderated':
      return l10n.t(
        'The service’s filter held back the finished picture. Reword the prompt or change the seed.',
      );
    case 'task-not-found':
      return failure.detail === 'provider-changed'
        ? providerChanged(l10n)
        : l10n.t('The service does not know this task any more.');
    case 'task-failed':
      return taskFailed(failure, l10n);
    case 'timeout':
      return l10n.t(
        'The picture was not ready in time. A longer wait can be set with Task Timeout Seconds.',
      );
    case 'network':
      return network(failure, l10n);
    case 'server':
      return failure.detail === 'not-json'
        ? l10n.t('The service’s answer could not be read.')
        : l10n.t('The service has a problem (HTTP {0}).', failure.httpStatus ?? '5xx');
    case 'result-expired':
      return l10n.t(
        'The link to the finished picture has expired, and the service gave no new one.',
      );
    case 'bad-image':
      return badImage(failure, l10n);
    case 'save-failed':
      return saveFailed(failure, l10n);
    case 'budget':
      return failure.budget === undefined
        ? l10n.t('The budget is used up.')
        : overBudgetWords(failure.budget, l10n);
    case 'canceled':
      return canceled(failure, l10n);
  }
}

function network({ charged, detail }: Failure, l10n: Localizer): string {
  if (detail === 'interrupted') {
    return l10n.t(
      'The editor closed while the request was on its way, so whether the service took it is not known.',
    );
  }
  return charged === 'no'
    ? l10n.t('The service could not be reached. Check the connection, then generate again.')
    : l10n.t('The connection broke off.');
}

function canceled({ charged, detail, taskId }: Failure, l10n: Localizer): string {
  if (detail === 'images-gone') {
    return l10n.t(
      'The window was reloaded before this was sent, and its reference images were not kept. Generate again with them.',
    );
  }
  switch (charged) {
    case 'no':
      return l10n.t('Canceled.');
    case 'yes':
      return l10n.t('Canceled here, when the picture was made already. Fetch Anyway gets it.');
    case 'unknown':
      return taskId === undefined
        ? l10n.t(
            'Canceled here while the request was on its way, so whether the service took it is not known.',
          )
        : l10n.t(
            'Canceled here. The service has no cancel, so the task goes on there. Fetch Anyway gets the picture.',
          );
  }
}

function invalidRequest(failure: Failure, l10n: Localizer, nameField: NameField): string {
  if (failure.problems !== undefined && failure.problems.length > 0) {
    return failure.problems
      .map((problem) =>
        l10n.t('{0}: {1}', nameField(problem.field), problemSentence(problem, l10n)),
      )
      .join(' ');
  }
  switch (failure.detail) {
    case 'bad-base-url':
      return l10n.t(
        'The setting fluxAssets.custom.baseUrl needs an https address, such as https://example.com/v1 (http only for this machine).',
      );
    case 'outside-workspace':
      return l10n.t(
        'The assets folder must lie inside the workspace folder. Change the setting fluxAssets.assetsFolder.',
      );
    case 'no-folder':
      return l10n.t(
        'No folder is open to save the picture in. Open a folder, or say where to save.',
      );
    case 'reference-unreadable':
      return l10n.t('A reference image could not be read. It must be a PNG, JPEG or WebP file.');
    case 'images-gone':
      return l10n.t(
        'The images of this request were not kept, so it cannot be sent again. Generate again with them.',
      );
    case 'provider-changed':
      return providerChanged(l10n);
    case 'unknown-model':
      return l10n.t('The service does not know this model. Choose another one.');
    default:
      return isOurs(failure)
        ? l10n.t('The request could not be made.')
        : l10n.t('The service refused the request.');
  }
}

function providerChanged(l10n: Localizer): string {
  return l10n.t(
    'The task is at another service address than the settings name now. Set them back, then fetch it again.',
  );
}

function taskFailed(failure: Failure, l10n: Localizer): string {
  if (failure.detail === 'no-sample') {
    return l10n.t('The service reported the task as ready, but sent no picture.');
  }
  return isOurs(failure)
    ? l10n.t('Something unforeseen went wrong here.')
    : l10n.t('The service could not make this picture.');
}

/** Whether only our own side has something to say of it. */
function isOurs({ cause, reason, fields, httpStatus }: Failure): boolean {
  const service = reason ?? fields ?? httpStatus;
  return cause !== undefined && service === undefined;
}

function badImage(failure: Failure, l10n: Localizer): string {
  switch (failure.detail) {
    case 'refused-link':
      return l10n.t(
        'The link to the finished picture leads to an address that is not safe to open.',
      );
    case 'too-large':
      return l10n.t(
        'The finished picture is larger than the setting fluxAssets.maxDownloadMegabytes allows.',
      );
    default:
      return l10n.t('What the service delivered is not a PNG, JPEG or WebP picture.');
  }
}

function saveFailed({ keptAt, detail }: Failure, l10n: Localizer): string {
  if (detail === 'not-noted') {
    return l10n.t('The task could not be noted on disk before sending, so it was not sent.');
  }
  return keptAt === undefined
    ? l10n.t(
        'The picture could not be saved, nor kept anywhere else: it is lost unless it is fetched again from the service.',
      )
    : l10n.t(
        'The picture could not be saved. It is kept at {0}. Save to… puts it where you choose.',
        placeOf(keptAt),
      );
}

/** A file's path as its system writes it; any other URI as it is. */
function placeOf(uri: string): string {
  if (!/^file:/i.test(uri) || !URL.canParse(uri)) return uri;
  const { host, pathname } = new URL(uri);
  const path = decodeURIComponent(pathname);
  if (host !== '') return `//${host}${path}`.replaceAll('/', '\\');
  return /^\/[a-z]:/i.test(path) ? path.slice(1).replaceAll('/', '\\') : path;
}

/** Our own side's words stand in brackets, so that nobody takes them for the service's. */
function withCause(sentence: string, { cause = '' }: Failure, l10n: Localizer): string {
  return cause === '' ? sentence : l10n.t('{0} ({1})', sentence, cause);
}

/** The service's reason verbatim and its words about single fields. */
function withReason(sentence: string, failure: Failure, l10n: Localizer): string {
  const { reason = '', fields = [] } = failure;
  // The reason of a 422 is often the same words that stand at the fields.
  const isRepeated = fields.some((field) => field.message === reason);
  const lines = [...(reason === '' || isRepeated ? [] : [reason]), ...fields.map(fieldReasonLine)];
  return lines.length === 0
    ? sentence
    : l10n.t('{0} The service says: {1}', sentence, endSentence(lines.join(l10n.t('; '))));
}

function endSentence(text: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}.`;
}
