import * as vscode from 'vscode';

import { isGenerationFailure, messageOf } from '../../core/api/failure';
import type { Money } from '../../core/api/provider';
import { chargeOf, type Charge } from '../../core/money/charge';
import { remediesFor, type TaskRemedy } from '../../core/tasks/remedies';
import { chargeWords } from '../../protocol/chargeWords';
import { explanation } from '../../protocol/failureWords';
import type { Localizer } from '../../protocol/localizer';
import { confirmOverBudget } from '../money/budgetQuestion';
import type { Dialogs } from '../dialogs';
import { failedTask, type FailedTask } from './failedTask';
import type { TaskList } from './taskList';

/**
 * Does to a failed task, by its id, what a button says. Asks where that may cost money or writes a file; does nothing
 * where the task does not offer it (any more). Never rejects: what goes wrong is told.
 */
export type TaskRemedies = Readonly<Record<TaskRemedy, (id: string) => Promise<void>>>;

/** What carries the remedies out. Ids are the tasks' own. */
export interface RemedyEngine {
  /** The balance at the task's provider, which says what a credit is worth; `undefined` where it cannot be asked for. */
  balance(id: string): Promise<Balance | undefined>;
  /** Sends the order once more, as a new task, and takes this one off the list. */
  sendAgain(id: string, isOverBudget: boolean): Promise<void>;
  /** Asks the service for the picture again. */
  fetchTask(id: string): Promise<void>;
  /** Where the picture was to lie: its folder, and a file name with the extension. */
  suggestTarget(id: string): Promise<vscode.Uri>;
  /** Writes the kept picture to `target`, over a file that is there; where it lies then. */
  saveTo(id: string, target: vscode.Uri): Promise<vscode.Uri>;
}

interface Balance {
  readonly credits: number;
  readonly provider: { readonly money: Money };
}

/** What the remedies need. */
export interface TaskRemedyPorts {
  readonly tasks: Pick<TaskList, 'all' | 'dismiss'>;
  readonly engine: RemedyEngine;
  readonly dialogs: Dialogs;
  readonly l10n: Localizer;
  readonly onError: (error: unknown) => void;
}

/** The remedies over an engine. */
export function createTaskRemedies(ports: TaskRemedyPorts): TaskRemedies {
  const busy = new Set<string>();
  const remedy =
    (name: TaskRemedy, run: (task: FailedTask) => Promise<FollowUp>) => async (id: string) => {
      const task = offering(ports, id, name);
      // The second half of a double click would ask, or pay, a second time.
      if (task === undefined || busy.has(id)) return;
      busy.add(id);
      try {
        const followUp = await run(task).finally(() => busy.delete(id));
        const next = await followUp?.();
        if (next !== undefined) await remedies[next](id);
      } catch (error) {
        await tellError(error, ports);
      }
    };
  const remedies: TaskRemedies = {
    checkBalance: remedy('checkBalance', (task) => checkBalance(task, ports)),
    sendAgain: remedy('sendAgain', (task) => sendAgain(task, ports)),
    fetchTask: remedy('fetchTask', async ({ id }) => {
      await ports.engine.fetchTask(id);
      return undefined;
    }),
    saveTaskTo: remedy('saveTaskTo', (task) => saveTaskTo(task, ports)),
  };
  return remedies;
}

/** Tells in a notification how it went, and which remedy was pressed there. It may stand for hours: the task is free. */
type FollowUp = (() => Promise<TaskRemedy | undefined>) | undefined;

async function checkBalance(
  { id }: FailedTask,
  { tasks, engine, dialogs, l10n }: TaskRemedyPorts,
): Promise<FollowUp> {
  const answer = await dialogs
    .showProgress(l10n.t('Asking for the balance…'), () => engine.balance(id))
    .catch((error: unknown) => ({ error }));
  const isError = answer !== undefined && 'error' in answer;
  const sentence = isError
    ? l10n.t('The balance could not be asked for: {0}', reasonOf(answer.error, l10n))
    : answer === undefined
      ? l10n.t('This service cannot be asked for the balance. Its website may show it.')
      : l10n.t(
          'Balance: {0}. If that is less than before by the price of a picture, the request was charged.',
          chargeWords(chargeOf(answer.credits, answer.provider.money), l10n),
        );
  return async () => {
    const [again, dismiss] = [l10n.t('Send Again'), l10n.t('Dismiss')];
    const pressed = await dialogs.tell(isError ? 'error' : 'info', sentence, again, dismiss);
    if (pressed === dismiss) tasks.dismiss(id);
    return pressed === again ? 'sendAgain' : undefined;
  };
}

async function sendAgain({ id, state }: FailedTask, ports: TaskRemedyPorts): Promise<undefined> {
  const { dialogs, l10n } = ports;
  const confirmed = await dialogs.confirm(
    l10n.t('Send this request again?'),
    sendAgainWords(state.estimate, l10n),
    l10n.t('Send Again'),
  );
  // Another window may have dealt with it meanwhile.
  const offered = offering(ports, id, 'sendAgain') !== undefined;
  if (confirmed && offered) await sendWithinBudget(id, ports);
  return undefined;
}

/** The budget holds here, too; who has seen the figures may let it through. */
async function sendWithinBudget(
  id: string,
  { engine, dialogs, l10n }: TaskRemedyPorts,
): Promise<void> {
  try {
    await engine.sendAgain(id, false);
  } catch (error) {
    const limit = isGenerationFailure(error) ? error.failure.budget : undefined;
    if (limit === undefined) throw error;
    if (await confirmOverBudget(limit, dialogs, l10n)) await engine.sendAgain(id, true);
  }
}

function sendAgainWords(estimate: Charge | undefined, l10n: Localizer): string {
  const doubt = l10n.t(
    'It may be paid for a second time: whether the service took the first one is not known.',
  );
  if (estimate === undefined) return doubt;
  return l10n.t('{0} Estimate: {1}.', doubt, chargeWords(estimate, l10n));
}

async function saveTaskTo(
  { id }: FailedTask,
  { engine, dialogs, l10n }: TaskRemedyPorts,
): Promise<FollowUp> {
  const defaultUri = await engine.suggestTarget(id);
  const target = await dialogs.askTarget({
    defaultUri,
    title: l10n.t('Save Picture'),
    filters: filtersFor(defaultUri),
  });
  if (target === undefined) return undefined;
  try {
    const saved = await engine.saveTo(id, target);
    return async () => {
      const open = l10n.t('Open');
      const path = vscode.workspace.asRelativePath(saved, false);
      const pressed = await dialogs.tell('info', l10n.t('Saved {0}', path), open);
      if (pressed === open) await vscode.commands.executeCommand('vscode.open', saved);
      return undefined;
    };
  } catch (error) {
    return async () => {
      const again = l10n.t('Save to…');
      const sentence = l10n.t('The picture could not be saved: {0}', reasonOf(error, l10n));
      return (await dialogs.tell('error', sentence, again)) === again ? 'saveTaskTo' : undefined;
    };
  }
}

/** Without a word of money: what was refused here was free, and may have cost something before. */
async function tellError(
  error: unknown,
  { dialogs, l10n, onError }: TaskRemedyPorts,
): Promise<void> {
  if (isGenerationFailure(error)) await dialogs.tell('error', explanation(error.failure, l10n));
  else onError(error);
}

function offering(
  { tasks }: TaskRemedyPorts,
  id: string,
  remedy: TaskRemedy,
): FailedTask | undefined {
  const task = failedTask(tasks.all, id);
  return task !== undefined && remediesFor(task.state).includes(remedy) ? task : undefined;
}

/** The one format that the picture has; another extension would not change it. */
function filtersFor({ path }: vscode.Uri): Record<string, string[]> {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === 'png') return { PNG: ['png'] };
  if (extension === 'webp') return { WebP: ['webp'] };
  return { JPEG: ['jpg', 'jpeg'] };
}

function reasonOf(error: unknown, l10n: Localizer): string {
  if (!isGenerationFailure(error)) return messageOf(error);
  const { failure } = error;
  return failure.reason ?? failure.cause ?? explanation(failure, l10n);
}
