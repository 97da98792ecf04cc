import type { SpendingAccount } from '../core/money/spendingAccounts';

/** All that the spending page shows. Sent whole: on `ready`, and after a change while it is seen. */
export type SpendingState =
  | {
      readonly kind: 'spent';
      /** One per currency, for money of two kinds is never added up; none where nothing was ordered yet. */
      readonly accounts: readonly SpendingAccount[];
      /** The host's, in which its days begin: `Europe/Berlin`. */
      readonly timeZone: string;
    }
  | {
      readonly kind: 'unreadable';
      /** Why, in the file system's words. */
      readonly reason: string;
    };

/** All that the spending page may ask. */
export type SpendingIntent =
  | { readonly type: 'ready' }
  | { readonly type: 'refresh' }
  | { readonly type: 'exportCsv' }
  | { readonly type: 'openPanel' };
