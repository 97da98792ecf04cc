import * as vscode from 'vscode';

import { findModel } from '../../core/api/models';
import { providerIds } from '../../core/api/provider';
import type { Origin } from '../../core/assets/origin';
import { chargeWords } from '../../protocol/chargeWords';
import { fieldLabel } from '../../protocol/fieldLabels';
import type { Localizer } from '../../protocol/localizer';
import { providerLabel } from '../providerLabels';

/** How an image was made, as a Markdown text that reads well as it is. */
export function originText(name: string, origin: Origin, l10n: Localizer): string {
  const { prompt, usedPrompt } = origin;
  const parts = [
    `# ${l10n.t('How {0} was made', name)}`,
    origin.knownFrom === undefined ? unknownWords(name, l10n) : knownWords(origin.knownFrom, l10n),
    ...(prompt === undefined ? [] : [`## ${l10n.t('Prompt')}`, prompt]),
    ...(usedPrompt === undefined || usedPrompt === prompt
      ? []
      : [`## ${l10n.t('Prompt as the service used it')}`, usedPrompt]),
  ];
  const facts = factsOf(origin, l10n).map(([label, value]) => `- ${label}: ${value}`);
  if (facts.length > 0) parts.push(`## ${l10n.t('Facts')}`, facts.join('\n'));
  return `${parts.join('\n\n')}\n`;
}

type Fact = readonly [label: string, value: string];

function factsOf(origin: Origin, l10n: Localizer): readonly Fact[] {
  const { model, seed, parameters = {}, cost, createdAt, madeFrom, taskId, provider } = origin;
  const { references = [], file } = origin;
  const fact = (label: string, value: string | undefined): readonly Fact[] =>
    value === undefined || value === '' ? [] : [[label, value]];
  return [
    ...fact(l10n.t('Model'), model && modelWords(model)),
    ...fact(l10n.t('Provider'), provider && providerWords(provider, l10n)),
    ...fact(l10n.t('Seed'), seed?.toString()),
    ...Object.entries(parameters)
      .filter(([name]) => name !== 'seed')
      .flatMap(([name, value]) => fact(fieldLabel(name, l10n), valueWords(value))),
    ...fact(l10n.t('Reference images'), references.map(pathOf).join(', ')),
    ...fact(l10n.t('Made from'), madeFrom && pathOf(madeFrom)),
    ...fact(
      l10n.t('Cost'),
      cost === undefined || provider === 'demo' ? undefined : chargeWords(cost, l10n),
    ),
    ...fact(l10n.t('Created'), createdAt === undefined ? undefined : dateWords(createdAt)),
    ...fact(l10n.t('Task'), taskId),
    ...fact(l10n.t('Written by'), file?.software),
    ...fact(l10n.t('Digital source type'), file?.digitalSourceType),
    ...fact(l10n.t('Content credentials'), file && credentialWords(file.hasCredentials, l10n)),
  ];
}

function knownWords(from: NonNullable<Origin['knownFrom']>, l10n: Localizer): string {
  switch (from) {
    case 'lock':
      return l10n.t('As the asset lock has it.');
    case 'history':
      return l10n.t('As the history has it.');
    case 'file':
      return l10n.t(
        'As the file itself has it: it is in no asset lock here and not in the history.',
      );
  }
}

/** Of an image that neither lock nor history knows, and whose file says nothing. */
export function unknownWords(name: string, l10n: Localizer): string {
  return /\.avif$/i.test(name)
    ? l10n.t(
        'Nothing says how {0} was made. It is in no asset lock here and not in the history; what is written into an AVIF file is not read.',
        name,
      )
    : l10n.t(
        'Nothing says how {0} was made. It is in no asset lock here and not in the history, and its file names no prompt, model or seed.',
        name,
      );
}

function credentialWords(areThere: boolean, l10n: Localizer): string {
  return areThere ? l10n.t('In the file; not checked') : l10n.t('None in the file');
}

function modelWords(id: string): string {
  const label = findModel(id)?.label;
  return label === undefined ? id : `${label} (${id})`;
}

function providerWords(id: string, l10n: Localizer): string {
  const known = providerIds.find((each) => each === id);
  return known === undefined ? id : providerLabel(known, l10n);
}

function valueWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function dateWords(at: number): string {
  return new Date(at).toLocaleString(vscode.env.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
}
