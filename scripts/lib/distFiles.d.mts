export const copiedFiles: readonly string[];
