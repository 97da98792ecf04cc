/** Runs a command to its end and resolves with what it said; rejects where it fails. */
export declare function run(
  command: string,
  args: readonly string[],
  options?: { readonly cwd?: string },
): Promise<string>;
