import * as vscode from 'vscode';

/** A secret storage that holds this key for every provider. */
export function memorySecrets(key: string): vscode.SecretStorage {
  return {
    get: () => Promise.resolve(key),
    keys: () => Promise.resolve([]),
    store: () => Promise.resolve(),
    delete: () => Promise.resolve(),
    onDidChange: new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event,
  };
}

/** A memento that remembers nothing. */
export const noMemento: vscode.Memento = {
  keys: () => [],
  get: <T>(_name: string, fallback?: T) => fallback,
  update: () => Promise.resolve(),
};
