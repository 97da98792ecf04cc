import * as z from 'zod/mini';
import type { SpendingIntent } from './spending';

/** What the spending page asked, or nothing where that is not in the protocol. The page is not trusted. */
export function parseSpendingIntent(value: unknown): SpendingIntent | undefined {
  return spendingIntent.safeParse(value).data;
}

const spendingIntent = z.strictObject({
  type: z.enum(['ready', 'refresh', 'exportCsv', 'openPanel']),
});
