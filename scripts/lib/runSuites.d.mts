export declare function runSuites(
  version: string,
  entry: string,
  options: {
    readonly print?: (line: string) => void;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<unknown>;
