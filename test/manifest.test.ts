import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const settings = manifest.contributes.configuration.properties;
const commandIds = manifest.contributes.commands.map(({ command }) => command);

describe('package.json', () => {
  it('has exactly the commands that the code registers', () => {
    const code = read('src/host/commands/register.ts');
    const inCode = [...code.matchAll(/'(fluxAssets\.\w+)'/g)].map(([, id]) => id);
    expect([...commandIds].sort()).toEqual(inCode.sort());
  });

  it('shows only commands that exist, each under the product’s name', () => {
    const shown = Object.values(manifest.contributes.menus)
      .flat()
      .map(({ command }) => command)
      .filter((id) => id !== undefined);
    expect(shown.filter((id) => !commandIds.includes(id))).toEqual([]);
    expect(
      manifest.contributes.commands.filter(({ category }) => category !== 'Flux Assets'),
    ).toEqual([]);
  });

  it('has a text for every %key% and no text that nobody uses', () => {
    const used = [...read('package.json').matchAll(/%([\w.-]+)%/g)].map(([, key]) => key);
    const texts = Object.keys(JSON.parse(read('package.nls.json')) as Record<string, string>);
    expect(texts.sort()).toEqual([...new Set(used)].sort());
  });

  it('describes and scopes every setting, and every value of a choice', () => {
    for (const [id, setting] of Object.entries(settings)) {
      expect(setting, id).toHaveProperty('scope');
      expect(setting['markdownDescription'] ?? setting['description'], id).toBeTruthy();
      if (!Array.isArray(setting['enum'])) continue;
      const words = setting['enumDescriptions'] ?? setting['markdownEnumDescriptions'];
      expect(words, id).toHaveLength(setting['enum'].length);
    }
  });

  it('lets no workspace decide where a key goes', () => {
    const sendsKeys = Object.keys(settings).filter(
      (id) => id === 'fluxAssets.provider' || id.startsWith('fluxAssets.custom.'),
    );
    expect(sendsKeys).toHaveLength(5);
    for (const id of sendsKeys) expect(settings[id]?.['scope'], id).toBe('application');
    for (const [id, { scope }] of Object.entries(settings))
      expect(scope, id).not.toMatch(/^machine/);
  });

  it('lets a workspace set only where its pictures lie and how they are made, and less of it untrusted', () => {
    const workspaceCanSet = Object.keys(settings).filter(
      (id) => settings[id]?.['scope'] !== 'application',
    );
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    expect(restricted).toEqual(['fluxAssets.assetsFolder', 'fluxAssets.fileName']);
    expect(workspaceCanSet.sort()).toEqual(
      [
        ...restricted,
        'fluxAssets.defaultModel',
        'fluxAssets.outputFormat',
        'fluxAssets.placeholderFirst',
        'fluxAssets.embedMetadata',
        'fluxAssets.assetLock',
        'fluxAssets.scanForNeededImages',
        'fluxAssets.updateReferences',
      ].sort(),
    );
  });

  it('names only files that are there', () => {
    const files = [...read('package.json').matchAll(/"(media\/[^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the settings in code', () => {
  const code = read('src/host/settings.ts');

  it.each(Object.entries(settings))('%s has the manifest’s default', (id, { default: value }) => {
    const name = id.replace('fluxAssets.', '').replaceAll('.', '\\.');
    const call = new RegExp(`'${name}',(?:\\s*\\[[^\\]]*\\],|\\s*providerIds,)?\\s*([^,)]+)`).exec(
      code,
    );
    const literal = (call?.[1] ?? '').trim().replace(/^'|'$/g, '');
    expect(literal).toBe(String(value));
  });
});

describe('the repository', () => {
  it('keeps every source file within 250 lines', () => {
    const long = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .filter((path) => read(join('src', path)).trimEnd().split('\n').length > 250);
    expect(long).toEqual([]);
  });
});
