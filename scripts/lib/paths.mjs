import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The package as `npm run package` leaves it. */
export const vsix = join(root, 'dist', 'flux-assets.vsix');

/** Downloaded editors and what they write; git-ignored, may be deleted at any time. */
export const hostsFolder = join(root, '.vscode-host');

/** Reports, logs and screenshots of test runs; git-ignored. */
export const resultsFolder = join(root, 'test-results');

/** The small web project that start, demo and the flows work on, as a copy. */
export const sampleSite = join(root, 'test', 'samples', 'site');
