import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostsFolder } from './paths.mjs';
import { npm } from './processes.mjs';
import { Failure } from './steps.mjs';

/** The editors that are tested: the oldest that `engines.vscode` allows, and the newest. Values: the Node they need. */
const nodeFor = { '4.110.0': '22', '4.139.1': '24' };

export const floorHost = '4.110.0';
export const newestHost = '4.139.1';

/** The versions of code-server; its VS Code is 1.110.0 for 4.110.0. */
export const hostVersions = Object.keys(nodeFor);

/** `{ version, node, server }`: where a prepared host's Node and its server's folder are. */
export function hostOf(version) {
  const modules = join(hostsFolder, version, 'node_modules');
  const windows = process.platform === 'win32';
  return {
    version,
    node: join(modules, nodePackage(), 'bin', windows ? 'node.exe' : 'node'),
    server: join(modules, 'code-server', 'lib', 'vscode'),
  };
}

/**
 * Makes a host ready: VS Code's own server, which the npm package code-server brings built, beside a Node of the
 * version that it needs. No install script runs: its native parts are left out, which costs log lines and nothing
 * else. Needs the network once.
 */
export async function prepareHost(version) {
  if (nodeFor[version] === undefined) {
    throw new Failure(`No host ${version}; there are ${hostVersions.join(' and ')}.`);
  }
  const folder = join(hostsFolder, version);
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return 'already there';
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Its own manifest, lest npm climb to the project's.
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [`code-server@${version}`, `${nodePackage()}@${nodeFor[version]}`];
  await install(folder, packages);
  const { server } = hostOf(version);
  await install(server, ['--omit=dev']);
  await install(join(server, 'extensions'), ['--omit=dev']);
  await writeFile(ready, '');
  return undefined;
}

function install(cwd, args) {
  return npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd });
}

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}
