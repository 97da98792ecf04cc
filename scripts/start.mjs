import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchAddress } from './lib/address.mjs';
import { PortTaken } from './lib/front.mjs';
import { newestHost } from './lib/hosts.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { hostsFolder, resultsFolder } from './lib/paths.mjs';
import { copySample, installExtensions, prepareEverything } from './lib/preparation.mjs';
import { startServer } from './lib/server.mjs';
import { Failure, main, step } from './lib/steps.mjs';

// npm start [-- --port 3180]: a real VS Code with the packaged extension and a sample project, until Ctrl+C.

requireNode();
const usualPort = 3180;
const askedPort = portOf(process.argv.slice(2), process.env.npm_config_port);

await main(async () => {
  if (askedPort !== undefined && !/^\d+$/.test(askedPort)) {
    throw new Failure(`--port takes a number, not ${askedPort}.`);
  }
  await prepareEverything();
  const dataFolder = join(hostsFolder, 'start');
  const site = join(hostsFolder, 'workspace', 'harbor-coffee');
  await step('Copying the sample project', () => copySample(site, { anew: false }));
  await step('Installing the extension', () => installExtensions(dataFolder));
  const { port } = await step('Starting VS Code', () => startAt(dataFolder));
  console.log(`\nOpen this address:  ${workbenchAddress(port, site)}\n`);
  console.log(`The sample project is in ${site}`);
  console.log('Ctrl+C ends VS Code.');
});

/** On the port that was asked for; without one on the usual port, else on any that is free. */
async function startAt(dataFolder) {
  const options = { version: newestHost, dataFolder, log: join(resultsFolder, 'start.log') };
  if (askedPort !== undefined) return startServer({ ...options, port: Number(askedPort) });
  try {
    return await startServer({ ...options, port: usualPort });
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    return startServer({ ...options, port: 0 });
  }
}

/** `npm start --port 3180`, without two dashes before it, is npm's: it says `true` and leaves us the number alone. */
function portOf(args, npmPort) {
  const options = { port: { type: 'string' } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  return values.port ?? (npmPort === 'true' ? positionals[0] : npmPort);
}
