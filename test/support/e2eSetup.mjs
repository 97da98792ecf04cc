import { newestHost } from '../../scripts/lib/hosts.mjs';
import { installPacked } from '../../scripts/lib/packedExtension.mjs';

/** Before the flows: a host, a browser, and the packaged extension installed where every server of the run finds it. */
export async function setup(project) {
  project.provide('extensionsFolder', await installPacked('e2e'));
  project.provide('hostVersion', newestHost);
}
