import type { Charged, Failure, FieldReason } from '../core/api/failure';
import { fieldLabel } from './fieldLabels';
import type { Localizer } from './localizer';
import { problemSentence } from './problemWords';

/**
 * A failure in words: what happened with the service's own reason, whether it cost money, what to do next.
 * The one place where failures become sentences, for the screen (translated) and for the extension's API (English,
 * with fields by their API names: `nameField`).
 */
export function failureSentence(
  failure: Failure,
  l10n: Localizer,
  nameField: NameField = (field) => fieldLabel(field, l10n),
): string {
  return [whatHappened(failure, l10n, nameField), charge(failure, l10n)]
    .filter((part) => part !== '')
    .join(' ');
}

/** A 422's words about one field as one line: `width: Input should be …`. */
export function fieldReasonLine(reason: FieldReason): string {
  return reason.field === '' ? reason.message : `${reason.field}: ${reason.message}`;
}

type NameField = (field: string) => string;

function whatHappened(failure: Failure, l10n: Localizer, nameField: NameField): string {
  const reason = reasonOf(failure, l10n);
  switch (failure.code) {
    case 'invalid-request':
      return invalidRequest(failure, reason, l10n, nameField);
    case 'auth':
      return failure.detail === 'no-key'
        ? l10n.t('No API key is set for this provider. Set one with Set API Key.')
        : withReason(
            l10n.t('The service does not accept the API key. Check it with Set API Key.'),
            reason,
            l10n,
          );
    case 'insufficient-credits':
      return withReason(
        l10n.t('The account has not enough credits. Add credits, then generate again.'),
        reason,
        l10n,
      );
    case 'rate-limited':
      return withReason(
        l10n.t('The service was too busy until the time-out. Generate again later.'),
        reason,
        l10n,
      );
    case 'request-moderated':
      return withReason(
        l10n.t('The service’s filter refused the prompt or a reference image. Reword it.'),
        reason,
        l10n,
      );
    case 'content-moderated':
      return withReason(
        l10n.t(
          'The service’s filter held back the finished picture. Reword the prompt or change the seed.',
        ),
        reason,
        l10n,
      );
    case 'task-not-found':
      return withReason(l10n.t('The service does not know this task any more.'), reason, l10n);
    case 'task-failed':
      return failure.detail === 'no-sample'
        ? l10n.t('The service reported the task as ready, but sent no picture.')
        : withReason(l10n.t('The service could not make this picture.'), reason, l10n);
    case 'timeout':
      return l10n.t(
        'The picture was not ready in time. A longer wait can be set with Task Timeout Seconds.',
      );
    case 'network':
      return failure.charged === 'no'
        ? withReason(
            l10n.t('The service could not be reached. Check the connection, then generate again.'),
            reason,
            l10n,
          )
        : withReason(l10n.t('The connection broke off.'), reason, l10n);
    case 'server':
      return failure.detail === 'not-json'
        ? withReason(l10n.t('The service’s answer could not be read.'), reason, l10n)
        : withReason(
            l10n.t('The service has a problem (HTTP {0}).', failure.httpStatus ?? '5xx'),
            reason,
            l10n,
          );
    case 'result-expired':
      return l10n.t(
        'The link to the finished picture has expired, and the service gave no new one.',
      );
    case 'bad-image':
      return badImage(failure, reason, l10n);
    case 'save-failed':
      return saveFailed(failure, reason, l10n);
    case 'budget':
      return withReason(l10n.t('The budget is used up.'), reason, l10n);
    case 'canceled':
      return failure.charged === 'no'
        ? l10n.t('Canceled.')
        : l10n.t('Canceled here. The service has no cancel, so the task goes on there.');
  }
}

function invalidRequest(
  failure: Failure,
  reason: string,
  l10n: Localizer,
  nameField: NameField,
): string {
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
      return withReason(
        l10n.t('A reference image could not be read. It must be a PNG, JPEG or WebP file.'),
        reason,
        l10n,
      );
    case 'unknown-model':
      return withReason(
        l10n.t('The service does not know this model. Choose another one.'),
        reason,
        l10n,
      );
    default:
      return withReason(l10n.t('The service refused the request.'), reason, l10n);
  }
}

function badImage(failure: Failure, reason: string, l10n: Localizer): string {
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
      return withReason(
        l10n.t('What the service delivered is not a PNG, JPEG or WebP picture.'),
        reason,
        l10n,
      );
  }
}

function saveFailed(failure: Failure, reason: string, l10n: Localizer): string {
  const sentence = l10n.t('The picture could not be saved: {0}', endSentence(reason));
  return failure.keptAt === undefined
    ? sentence
    : l10n.t('{0} It is kept in the extension’s own storage.', sentence);
}

/** The service's reason verbatim and its words about single fields, in one text. */
function reasonOf(failure: Failure, l10n: Localizer): string {
  const lines = (failure.fields ?? []).map(fieldReasonLine);
  const reason = failure.reason ?? '';
  // The reason of a 422 is often the same words that stand at the fields.
  const repeated = (failure.fields ?? []).some((field) => field.message === reason);
  return [...(reason === '' || repeated ? [] : [reason]), ...lines].join(l10n.t('; '));
}

function withReason(sentence: string, reason: string, l10n: Localizer): string {
  return reason === ''
    ? sentence
    : l10n.t('{0} The service says: {1}', sentence, endSentence(reason));
}

function endSentence(text: string): string {
  return /[.!?。！？]$/.test(text) ? text : `${text}.`;
}

const CHARGED_WORDS: Readonly<Record<Charged, (l10n: Localizer) => string>> = {
  no: (l10n) => l10n.t('Nothing was charged.'),
  yes: (l10n) => l10n.t('It was paid for.'),
  unknown: (l10n) => l10n.t('It may have been charged.'),
};

function charge(failure: Failure, l10n: Localizer): string {
  return CHARGED_WORDS[failure.charged](l10n);
}
