/** Where a server keeps its data, and which host it is. */
export interface ServerFolders {
  readonly version: string;
  readonly dataFolder: string;
  /** Default: inside `dataFolder`. */
  readonly extensionsFolder?: string;
}

export interface ServerOptions extends ServerFolders {
  readonly port?: number;
  readonly forTests?: boolean;
  /** A file. */
  readonly log: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

export declare function startServer(options: ServerOptions): Promise<RunningServer>;

export declare function installExtension(
  options: ServerFolders & { readonly file: string },
): Promise<void>;

export declare function writeUserSettings(
  dataFolder: string,
  settings?: Readonly<Record<string, unknown>>,
): Promise<void>;
