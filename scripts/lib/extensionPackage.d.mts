export declare function buildExtension(): Promise<void>;
export declare function packageIfChanged(): Promise<string | undefined>;
