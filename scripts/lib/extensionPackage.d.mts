export declare function packageIfChanged(): Promise<string | undefined>;
