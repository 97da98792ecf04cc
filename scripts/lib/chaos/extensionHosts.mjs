import { until } from './until.mjs';

/** Stops a process where it stands, all its threads at once. False where it is gone. */
export function freeze(pid) {
  return signal(pid, 'SIGSTOP');
}

/** Kills an extension host that a page of ours had, and resolves when it is gone. */
export async function kill(pid) {
  signal(pid, 'SIGKILL');
  await until(`The end of process ${pid}`, () => (signal(pid, 0) ? undefined : true));
}

function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}
