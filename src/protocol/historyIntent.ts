import * as z from 'zod/mini';
import { assetIntent } from './assetIntent';
import type { HistoryIntent } from './history';
import { longestSearch } from './limits';

/** What the history view asked, or nothing where that is not in the protocol. The page is not trusted. */
export function parseHistoryIntent(value: unknown): HistoryIntent | undefined {
  return historyIntent.safeParse(value).data;
}

const historyIntent = z.union([
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('openPanel') }),
  z.strictObject({
    type: z.literal('show'),
    query: z.string().check(z.maxLength(longestSearch)),
    start: z.int().check(z.minimum(0)),
  }),
  assetIntent,
]);
