import * as vscode from 'vscode';

/** Why a file may stay where it is although there is a trash: `vscode.FileSystemError` codes. */
const OTHER_REASONS = new Set(['NoPermissions', 'FileNotFound', 'Unavailable']);

/**
 * Moves a file to the trash; false where there is none to move it to. Rejects where it may not be touched, or is gone:
 * that is no matter of a missing trash.
 */
export async function moveToTrash(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.delete(file, { useTrash: true });
    return true;
  } catch (error) {
    const isOther = error instanceof vscode.FileSystemError && OTHER_REASONS.has(error.code);
    if (isOther) throw error;
    return false;
  }
}
