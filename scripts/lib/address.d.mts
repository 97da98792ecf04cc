export declare function workbenchAddress(
  port: number,
  folder: string,
  payload?: readonly (readonly [string, string])[],
): string;
