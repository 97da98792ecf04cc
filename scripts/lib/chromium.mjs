import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { Failure } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser to drive: `CHROMIUM` names one, else the first that is installed; undefined where none is. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => names.map((n) => join(folder, n))), ...places];
  return candidates.find(isExecutable);
}

/** As `findChromium`, but installs Debian's where none is and that can be done: as root, with apt. */
export async function ensureChromium() {
  if (findChromium() !== undefined) return 'already there';
  const canInstall = process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
  if (!canInstall) {
    throw new Failure('Install Chromium or Chrome, or name one in the environment as CHROMIUM=….');
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const packages = ['chromium', 'fonts-liberation'];
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  if (findChromium() === undefined) throw new Failure('apt installed no chromium.');
  return undefined;
}

/** Starts the browser without a screen, quiet, and never asking anybody outside. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Failure('No Chromium is installed.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
