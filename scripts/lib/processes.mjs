import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from './steps.mjs';

const running = new Set();

// What a server leaves behind when only it is told to end: its own children, which share its group.
const groups = process.platform !== 'win32';

/** Starts a process that ends, with its children, when this one exits, on Ctrl+C and when this one is told to end. */
export function start(command, args, options = {}) {
  watchSignals();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: groups,
    ...options,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Ends a process and its children, and waits until it is gone; a deaf one is killed after five seconds. */
export async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    signal(child, 'SIGTERM');
    const deaf = setTimeout(() => signal(child, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(deaf);
  }
  // Nothing that it started outlives it.
  if (groups) signal(child, 'SIGKILL');
}

/** Runs a command to its end. Quiet unless it fails: then all that it said is printed. `show` lets it speak at once. */
export async function run(command, args, { show = false, ...options } = {}) {
  const child = start(command, args, {
    ...options,
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stdout?.on('data', (data) => said.push(data));
  child.stderr?.on('data', (data) => said.push(data));
  const [code, signalName] = await once(child, 'close').catch((error) => [error.message, null]);
  const output = Buffer.concat(said).toString();
  if (code === 0) return output;
  if (!show) process.stderr.write(output);
  throw new Failure(`${[command, ...args].join(' ')} ended with ${signalName ?? code}.`);
}

/** npm by the Node that runs this script; `npm.cmd` cannot be spawned without a shell. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (groups) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // The whole group is gone already.
  }
}

let watching = false;

function watchSignals() {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const child of running) signal(child, 'SIGTERM');
  });
  for (const [name, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(name, async () => {
      await Promise.all([...running].map(end));
      process.exit(128 + number);
    });
  }
}
