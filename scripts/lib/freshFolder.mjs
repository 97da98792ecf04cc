import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hostsFolder } from './paths.mjs';

const runs = join(hostsFolder, 'runs');

/** An empty folder of that name for this process alone. What processes that have ended left behind is removed. */
export async function freshFolder(...name) {
  await removeAbandoned();
  const folder = join(runs, String(process.pid), ...name);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(folder, { recursive: true });
  return folder;
}

async function removeAbandoned() {
  const processes = await readdir(runs).catch(() => []);
  for (const id of processes) {
    if (!isRunning(Number(id))) await rm(join(runs, id), { recursive: true, force: true });
  }
}

function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
