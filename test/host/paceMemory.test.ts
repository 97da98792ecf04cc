import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import * as vscode from 'vscode';

import { steadySchedule } from '../../src/core/api/pollSchedule';
import { PaceMemory } from '../../src/host/tasks/paceMemory';
import { freshFolder } from './support/flux';

const log = { trace: say, debug: say, info: say, warn: say, error: say };

describe('the memory of how long tasks take', () => {
  const newFile = () => vscode.Uri.joinPath(freshFolder(), 'paces.json').fsPath;

  it('is kept over restarts, and holds what two windows have learnt', async () => {
    const file = newFile();
    const [one, other] = [new PaceMemory(file, log), new PaceMemory(file, log)];
    for (let task = 0; task < 3; task += 1) {
      for (const memory of [one, other]) {
        memory.learn('a kind', 4700);
        await memory.settled();
      }
    }
    const { firstMs } = await new PaceMemory(file, log).scheduleFor('a kind');
    assert.ok(firstMs > 1000, String(firstMs));
    assert.equal(await one.scheduleFor('another kind'), steadySchedule);
  });

  it('begins anew where its file is damaged', async () => {
    const file = newFile();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '{"v":1,"kinds":[[');
    assert.equal(await new PaceMemory(file, log).scheduleFor('a kind'), steadySchedule);
  });

  it('stops nothing where it cannot be written', async () => {
    const file = newFile();
    await mkdir(file, { recursive: true });
    const memory = new PaceMemory(file, log);
    memory.learn('a kind', 4700);
    await memory.settled();
    assert.equal(await memory.scheduleFor('a kind'), steadySchedule);
  });
});

function say(): void {
  // What is logged is no matter here.
}
