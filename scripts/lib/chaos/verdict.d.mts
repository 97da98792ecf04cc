/** What came of the tasks of one kill point, counted. */
export interface Account {
  readonly posts: number;
  readonly charges: number;
  readonly prompts: readonly string[];
  readonly files: number;
  readonly doubles: number;
  readonly broken: number;
  readonly told: readonly string[];
  readonly unlisted: number;
  readonly twiceListed: number;
  readonly left: number;
}

export interface Verdict extends Account {
  readonly ordered: number;
  readonly lost: number;
  readonly paidTwice: number;
  readonly sentTwice: number;
  readonly problems: readonly string[];
}

export declare function verdictOf(
  point: {
    readonly orders: readonly { readonly prompt: string; readonly count?: number }[];
    readonly expected?:
      | { readonly any: true }
      | { readonly posts?: number; readonly files?: number; readonly told?: readonly string[] };
  },
  account: Account,
): Verdict;
