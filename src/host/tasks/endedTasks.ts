import { randomUUID } from 'node:crypto';

import * as vscode from 'vscode';

import { GenerationFailure } from '../../core/api/failure';
import type { Provider } from '../../core/api/provider';
import type { Asset } from '../../core/assets/asset';
import { extensionOf } from '../../core/assets/imageHeader';
import { systemClock } from '../../core/clock';
import { inState, type EndedState, type JournalEntry } from '../../core/tasks/journalEntry';
import { afterCrash, askedAgain } from '../../core/tasks/recoveryStep';
import type { AssetPart } from '../assets/assetPart';
import type { AssetWriter } from '../assets/assetWriter';
import type { BudgetGuard } from '../money/budgetGuard';
import type { EntryMeans } from './entryMeans';
import type { Journal } from './journal';
import { endingOf, nameOf } from './pictureName';
import type { ProviderAccess } from '../providerAccess';
import type { TaskList } from './taskList';
import type { RemedyEngine } from './taskRemedies';
import type { TaskRunner } from './taskRunner';
import type { WindowLease } from './windowLease';

export interface EndedTasksPorts {
  readonly journal: Journal;
  readonly lease: Pick<WindowLease, 'id' | 'hold'>;
  readonly runner: TaskRunner;
  readonly tasks: TaskList;
  readonly means: EntryMeans;
  readonly providers: ProviderAccess;
  readonly writer: Pick<AssetWriter, 'reopen'>;
  readonly budget: BudgetGuard;
}

type EndedEntry = JournalEntry & { readonly state: EndedState };

/** Carries out what a person does about tasks that ended without their files; ids are ours. */
export class EndedTasks implements RemedyEngine {
  constructor(private readonly ports: EndedTasksPorts) {}

  async balance(id: string): ReturnType<RemedyEngine['balance']> {
    const entry = await this.find(id);
    if (entry === undefined) return undefined;
    const provider = await this.requireProvider(entry);
    // Another service's balance says nothing of this task.
    if (provider.baseUrl !== entry.order.baseUrl) throw refused('provider-changed');
    const credits = await this.ports.providers.balance(provider.id);
    return credits === undefined ? undefined : { credits, provider };
  }

  /**
   * Makes the picture once more, as a new task, which may be charged again. Rejects with `budget` where that does not
   * fit and nobody lets it through.
   */
  async sendAgain(id: string, isOverBudget = false): Promise<void> {
    const entry = await this.find(id);
    if (entry === undefined) return;
    const provider = await this.requireProvider(entry);
    if (entry.order.hadImages) throw refused('images-gone');
    const { baseUrl } = provider;
    const order = { ...entry.order, baseUrl, orderedAt: systemClock.now(), index: 0 };
    const again = { ...entry, id: randomUUID(), order, state: { phase: 'queued' } } as const;
    const refusal = await this.ports.budget.reserve(order.estimate, isOverBudget, () =>
      this.goOn(entry, again, provider),
    );
    if (refusal !== undefined) throw new GenerationFailure(refusal);
  }

  /** Asks the service for the picture again, without paying again. */
  async fetchTask(id: string): Promise<void> {
    const entry = await this.find(id);
    const now = systemClock.now();
    const state = entry && askedAgain(entry.state, now);
    if (entry === undefined || state === undefined) return;
    const provider = await this.requireProvider(entry);
    const again = afterCrash(inState(entry, state), provider, now);
    if (again.state.phase === 'ended') throw refused('provider-changed');
    await this.goOn(entry, again, provider);
  }

  async suggestTarget(id: string): Promise<vscode.Uri> {
    const { order, state } = await this.require(id);
    if (state.kept === undefined) throw gone();
    const asset = state.kept;
    const folder = vscode.Uri.parse(order.destination.folder, true);
    return vscode.Uri.joinPath(folder, `${nameOf(order, asset)}.${endingOf(order, asset)}`);
  }

  /** Puts a kept picture where a person chose, over a file that lies there; rejects with the file system's own error. */
  async saveTo(id: string, target: vscode.Uri): Promise<vscode.Uri> {
    const { journal, writer, runner, lease } = this.ports;
    const entry = await this.require(id);
    const { kept, failure } = entry.state;
    if (kept === undefined || failure.keptAt === undefined) throw gone();
    const keptAt = vscode.Uri.parse(failure.keptAt, true);
    const part = await (await writer.reopen(keptAt)).moveTo(vscode.Uri.joinPath(target, '..'));
    const uri = await put(part, target, kept).finally(() => part.discard());
    // From here on it is saved, whatever else fails.
    const asset = { ...kept, uri: uri.toString() };
    const saved = inState({ ...entry, window: lease.id }, { phase: 'saved', asset } as const);
    await lease
      .hold()
      .then(() => journal.replace(entry, saved))
      .catch(() => undefined);
    await runner.finish(saved);
    await Promise.resolve(vscode.workspace.fs.delete(keptAt)).catch(() => undefined);
    return uri;
  }

  /** Forgets an ended task, unless it has gone on in another window; what is kept of it stays on the disk. */
  async dismiss(id: string): Promise<void> {
    const entry = await this.find(id);
    if (entry !== undefined) await this.ports.journal.replace(entry, undefined);
  }

  /** Resolves when it runs here, or where another window was quicker: how it ends, the list tells. */
  private async goOn(found: EndedEntry, entry: JournalEntry, provider: Provider): Promise<void> {
    const { means, runner, journal, lease, tasks } = this.ports;
    const again = { ...entry, window: lease.id };
    // Before it is taken, for what fails here leaves it as it was.
    const given = await means.of(again, provider);
    await lease.hold();
    if (!(await journal.replace(found, again))) return;
    tasks.remove(found.id);
    void runner.run(again, given);
  }

  private async find(id: string): Promise<EndedEntry | undefined> {
    const entry = await this.ports.journal.find(id);
    // Another window has dealt with it.
    if (entry === undefined) this.ports.tasks.remove(id);
    return entry?.state.phase === 'ended' ? inState(entry, entry.state) : undefined;
  }

  private async require(id: string): Promise<EndedEntry> {
    const entry = await this.find(id);
    if (entry === undefined) throw gone();
    return entry;
  }

  private async requireProvider(entry: JournalEntry): Promise<Provider> {
    return this.ports.providers.provider(entry.order.provider);
  }
}

function gone(): Error {
  return new Error('The picture is not among the kept ones any more.');
}

function refused(detail: 'images-gone' | 'provider-changed'): GenerationFailure {
  return new GenerationFailure({ code: 'invalid-request', charged: 'no', detail });
}

/** Gives the picture the chosen name, with the extension that its format has whatever was chosen. */
async function put(
  part: AssetPart,
  target: vscode.Uri,
  { format }: Pick<Asset, 'format'>,
): Promise<vscode.Uri> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const chosen = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  const isOfFormat = chosen.replace('jpg', 'jpeg') === format;
  const isOfPicture = isOfFormat || ['png', 'jpg', 'jpeg', 'webp'].includes(chosen);
  const extension = isOfFormat ? name.slice(dot + 1) : extensionOf(format);
  const uri = await part.claim(isOfPicture ? name.slice(0, dot) : name, extension);
  // The file that lies there was chosen with this very name, and goes only when the picture is whole beside it.
  if (!isOfFormat || uri.path === target.path) return uri;
  try {
    await vscode.workspace.fs.rename(uri, target, { overwrite: true });
    return target;
  } catch (error) {
    await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() => undefined);
    throw error;
  }
}
