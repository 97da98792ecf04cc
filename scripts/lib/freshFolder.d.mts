export declare function freshFolder(...name: string[]): Promise<string>;
