import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
        (await memory.begin('a kind')).end(4700);
        await memory.settled();
      }
    }
    const { firstMs } = await scheduleIn(new PaceMemory(file, log));
    assert.ok(firstMs > 1000, String(firstMs));
    assert.equal(await scheduleIn(one, 'another kind'), steadySchedule);
  });

  it('learns of tasks that run at once in the order in which they were taken', async () => {
    const file = newFile();
    const memory = new PaceMemory(file, log);
    const tasks = await Promise.all(Array.from({ length: 6 }, () => memory.begin('a kind')));
    for (const { end } of tasks.slice(1)) end(2000);
    await memory.settled();
    assert.equal(await scheduleIn(memory), steadySchedule);
    tasks[0]?.end(3000);
    await memory.settled();
    assert.match(await readFile(file, 'utf8'), /\[3000,2000,2000,2000,2000,2000\]/);
  });

  it('begins anew where its file is damaged', async () => {
    const file = newFile();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '{"v":1,"kinds":[[');
    assert.equal(await scheduleIn(new PaceMemory(file, log)), steadySchedule);
  });

  it('stops nothing where it cannot be written', async () => {
    const file = newFile();
    await mkdir(file, { recursive: true });
    const memory = new PaceMemory(file, log);
    (await memory.begin('a kind')).end(4700);
    await memory.settled();
    assert.equal(await scheduleIn(memory), steadySchedule);
  });
});

async function scheduleIn(memory: PaceMemory, kind = 'a kind') {
  return (await memory.begin(kind)).schedule;
}

function say(): void {
  // What is logged is no matter here.
}
