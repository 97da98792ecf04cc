export declare function installPacked(name: string): Promise<string>;
