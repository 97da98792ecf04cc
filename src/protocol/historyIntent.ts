import * as z from 'zod/mini';
import { assetIntent } from './assetIntent';
import type { HistoryIntent } from './history';

/** What the history view asked, or nothing where that is not in the protocol. The page is not trusted. */
export function parseHistoryIntent(value: unknown): HistoryIntent | undefined {
  return historyIntent.safeParse(value).data;
}

const historyIntent = z.union([
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('openPanel') }),
  assetIntent,
]);
