import type { Browser } from 'playwright-core';

export declare function findChromium(): string | undefined;
export declare function ensureChromium(): Promise<string | undefined>;
export declare function launchChromium(): Promise<Browser>;
