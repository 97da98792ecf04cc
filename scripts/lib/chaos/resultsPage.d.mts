export declare const killHeading: string;
export declare const soakHeading: string;
export declare function withPart(page: string, heading: string, part: string): string;
