import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from './steps.mjs';

const running = new Set();

/** Starts a process that ends with this one: on exit, on Ctrl+C and when this one is told to terminate. */
export function start(command, args, options = {}) {
  watchSignals();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Ends a process by its id and waits until it is gone; a deaf one is killed after five seconds. */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const deaf = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(deaf);
}

/** Runs a command to its end. Quiet unless it fails: then all that it said is printed. `show` lets it speak at once. */
export async function run(command, args, { show = false, ...options } = {}) {
  const child = start(command, args, {
    ...options,
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stdout?.on('data', (data) => said.push(data));
  child.stderr?.on('data', (data) => said.push(data));
  const [code, signal] = await once(child, 'close').catch((error) => [error.message, null]);
  const output = Buffer.concat(said).toString();
  if (code === 0) return output;
  if (!show) process.stderr.write(output);
  throw new Failure(`${[command, ...args].join(' ')} ended with ${signal ?? code}.`);
}

/** npm by the Node that runs this script; `npm.cmd` cannot be spawned without a shell. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

let watching = false;

function watchSignals() {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const child of running) child.kill('SIGTERM');
  });
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(signal, () => process.exit(128 + number));
  }
}
