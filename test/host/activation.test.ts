import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('activation', () => {
  const extension = extensions.getExtension('flux-assets.flux-assets');

  it('finds the extension by its id', () => {
    assert.ok(extension);
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('registers every command of the manifest', async () => {
    await extension?.activate();
    const manifest = extension?.packageJSON as Manifest;
    const registered = await commands.getCommands(true);
    const named = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      named.filter((command) => !registered.includes(command)),
      [],
    );
  });
});
