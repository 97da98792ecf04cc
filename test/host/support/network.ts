import * as vscode from 'vscode';

import { proxyVariables } from '../../../src/core/api/proxy';

type HttpSettings = Readonly<Record<string, unknown>>;

/**
 * The editor's `http.*` settings and the proxy variables of the environment, for a suite: `set` changes some, and all
 * are as they were after each test. No variable of the machine's own is set meanwhile.
 */
export function networkForSuite(): {
  readonly set: (settings: HttpSettings) => Promise<void>;
  readonly setVariable: (name: (typeof proxyVariables)[number], value: string) => void;
} {
  const changed = new Set<string>();
  const environment = new Map(proxyVariables.map((name) => [name, process.env[name]] as const));
  const set = async (settings: HttpSettings) => {
    const { Global } = vscode.ConfigurationTarget;
    for (const [id, value] of Object.entries(settings)) {
      changed.add(id);
      await vscode.workspace.getConfiguration('http').update(id, value, Global);
    }
  };
  beforeEach(() => {
    for (const name of proxyVariables) Reflect.deleteProperty(process.env, name);
  });
  afterEach(async () => {
    await set(Object.fromEntries([...changed].map((id) => [id, undefined])));
    changed.clear();
    for (const name of proxyVariables) Reflect.deleteProperty(process.env, name);
    for (const [name, value] of environment) if (value !== undefined) process.env[name] = value;
  });
  return {
    set,
    setVariable: (name, value) => {
      process.env[name] = value;
    },
  };
}
