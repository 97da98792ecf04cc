export const newestHost: string;
export function hostOf(version: string): {
  readonly version: string;
  readonly node: string;
  readonly server: string;
};
