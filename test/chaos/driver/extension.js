const fs = require('node:fs');
const { join } = require('node:path');
const { commands, extensions, workspace } = require('vscode');
const { watchFiles } = require('./fileCalls');
const { memoryNow } = require('./memory');
const { isHere } = require('./moments');
const { soak } = require('./soak');

const { readFileSync, writeFileSync, renameSync } = fs;

/**
 * Carries out what `plan.json` says in the folder that the environment names, and each plan that comes in its place:
 * `{ id, folder, stop?, orders?, command?, soak?, memory? }`. `folder` is the workspace of the window that it is for.
 * Leaves `<id>-taken.json` with the process's id, `<id>-done.json` when the orders have ended, `<id>-stopped.json` when
 * the process stands still at the moment `stop`, and `<id>-outcomes.jsonl` of a `soak`.
 *
 * Activated by `*`, so that it is there before the extension's engine takes hold of the file functions.
 */
exports.activate = () => {
  const folder = process.env.FLUX_ASSETS_CHAOS;
  if (folder !== undefined) new Driver(folder).start();
};

class Driver {
  constructor(folder) {
    this.folder = folder;
    this.plan = {};
    this.left = 0;
  }

  start() {
    watchFiles((moment) => this.at(moment));
    fs.watch(this.folder, (_event, name) => {
      if (name === 'plan.json') this.take();
    });
    this.take();
  }

  take() {
    const plan = JSON.parse(readFileSync(join(this.folder, 'plan.json'), 'utf8'));
    if (plan.id === this.plan.id || plan.folder !== workspace.workspaceFolders?.[0].uri.fsPath)
      return;
    this.plan = plan;
    this.left = plan.stop?.nth ?? 1;
    this.tell('taken', { pid: process.pid });
    // Not awaited: an extension that does not become active would hold up the window.
    void carryOut(plan, join(this.folder, `${plan.id}-outcomes.jsonl`)).then(
      (done) => this.tell('done', done),
      (error) => this.tell('done', { error: String(error) }),
    );
  }

  at(moment) {
    const { stop } = this.plan;
    if (stop === undefined || !isHere(stop, moment)) return;
    this.left -= 1;
    if (this.left !== 0) return;
    moment.finish?.();
    this.tell('stopped', { pid: process.pid });
    // All threads stand still from here on; the other side closes the window and kills.
    process.kill(process.pid, 'SIGSTOP');
  }

  /** Writes a whole file or none, with the functions as they were before anybody watched them. */
  tell(name, value) {
    const file = join(this.folder, `${this.plan.id}-${name}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  }
}

async function carryOut({ orders = [], command, soak: many, memory }, file) {
  const { generate } = await extensions.getExtension('flux-assets.flux-assets').activate();
  if (command !== undefined) await commands.executeCommand(command);
  if (many !== undefined) await soak(generate, many, file);
  const outcomes = await Promise.allSettled(orders.map((order) => generate(order)));
  return {
    outcomes: outcomes.map(({ status, reason }) => ({ status, reason: reason && String(reason) })),
    ...(memory && { memory: await memoryNow() }),
  };
}
