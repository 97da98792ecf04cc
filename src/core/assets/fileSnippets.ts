import type { PlannedFile } from './filePlan';
import type { ManifestIcon } from './webManifest';

/** A file that was made, and the URL by which a page names it: percent-encoded, fit for quotes. */
export interface LinkedFile extends Pick<PlannedFile, 'size' | 'density' | 'role'> {
  readonly url: string;
}

const RAW = /[&"<>]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

/** A `srcset` value: the files by their densities. */
export function srcset(files: readonly LinkedFile[]): string {
  return files
    .filter(({ density }) => density !== undefined)
    .map(({ url, density }) => `${candidateUrl(url)} ${density ?? 1}x`)
    .join(', ');
}

/** What a page has in its head for these files, a line each; `manifest` is the URL of the site's, where it has one. */
export function headTags(files: readonly LinkedFile[], manifest?: string): string {
  const lines = files.flatMap((file) => tagsOf(file));
  if (manifest !== undefined) lines.push(`<link rel="manifest" href="${attribute(manifest)}">`);
  return lines.join('\n');
}

/** What the manifest of a web app has for these files; none for those that it does not name. */
export function manifestIcons(files: readonly LinkedFile[]): readonly ManifestIcon[] {
  return files
    .filter(({ role }) => role === 'appIcon' || role === 'maskableIcon')
    .map(({ url, size, role }) => ({
      src: url,
      sizes: `${size.width}x${size.height}`,
      type: 'image/png',
      ...(role === 'maskableIcon' && { purpose: 'maskable' }),
    }));
}

function tagsOf({ url, size, role }: LinkedFile): readonly string[] {
  const href = attribute(url);
  switch (role) {
    case 'favicon':
      return [`<link rel="icon" href="${href}" sizes="16x16 32x32 48x48">`];
    case 'appleTouchIcon':
      return [`<link rel="apple-touch-icon" href="${href}">`];
    case 'ogCard':
      return [
        `<meta property="og:image" content="${href}">`,
        `<meta property="og:image:width" content="${size.width}">`,
        `<meta property="og:image:height" content="${size.height}">`,
      ];
    default:
      return [];
  }
}

function attribute(url: string): string {
  return url.replace(RAW, (character) => ENTITIES[character] ?? character);
}

/** In a list of candidates a comma at the end of a URL would end the candidate. */
function candidateUrl(url: string): string {
  return attribute(url).replaceAll(',', '%2C');
}
