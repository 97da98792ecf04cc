import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import { failedWith } from './fileErrors';

/** A process of this or another machine, as others can name it. */
export interface ProcessName {
  /** Where `pid` has its meaning: a machine, or a container on it. */
  readonly machine: string;
  readonly pid: number;
}

/** This process. */
export function thisProcess(): ProcessName {
  const machine = createHash('sha256').update(`${hostname()} ${pidNamespace()}`).digest('hex');
  return { machine: machine.slice(0, 16), pid: process.pid };
}

/** Whether the process has certainly ended; of another machine nobody here can tell. */
export function hasEnded({ machine, pid }: ProcessName): boolean {
  return machine === thisProcess().machine && !isThere(pid);
}

/** Containers may share a folder and a host name, and count their processes each for itself. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but not ours to signal.
    return failedWith(error, 'EPERM');
  }
}
