/** One task of a soak from all sides. */
export interface SoakTask {
  readonly prompt: string;
  readonly told?:
    | { readonly saved: { readonly file: string; readonly taskId: string } }
    | { readonly failed: { readonly code: string; readonly charged: string } }
    | undefined;
  readonly posts: readonly (number | undefined)[];
  readonly accepted: number;
  readonly charges: number;
  readonly files: readonly {
    readonly file: string;
    readonly taskId: string;
    readonly isPicture: boolean;
  }[];
  readonly entries: readonly {
    readonly isOpen: boolean;
    readonly code?: string;
    readonly detail?: string;
    readonly charged?: string;
    readonly hasRemedy: boolean;
  }[];
}

export declare function judgeTask(task: SoakTask): {
  readonly lost: number;
  readonly paidTwice: number;
  readonly sentTwice: number;
  readonly untrue: readonly string[];
};

/** All tasks of a soak together. */
export interface SoakCounts {
  readonly tasks: number;
  readonly accepted: number;
  readonly charged: number;
  readonly saved: number;
  readonly savedLater: number;
  readonly told: readonly (readonly [string, number])[];
  readonly lost: number;
  readonly paidTwice: number;
  readonly sentTwice: number;
  readonly untrue: readonly string[];
}

export declare function judgeSoak(tasks: readonly SoakTask[], unread: number): SoakCounts;
