export declare const root: string;
export declare const vsix: string;
export declare const hostsFolder: string;
export declare const resultsFolder: string;
export declare const sampleSite: string;
