/** Text in a string of JavaScript or TypeScript; `quote` is what stands around it. */
export function inScript(text: string, quote: string): string {
  return escaped(text, quote === '`' ? '\\`$' : `\\${quote}`);
}

/** Text in a string of JSON, which is one of YAML in double quotes too. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Text in a string of YAML in single quotes. */
export function inSingleYaml(text: string): string {
  return text.replaceAll("'", "''");
}

/** Text in a string of Dart that is not raw; `quote` is what stands around it. */
export function inDart(text: string, quote: string): string {
  return escaped(text, `\\$${quote}`);
}

/** Text in a string of Swift that is not raw. */
export function inSwift(text: string): string {
  return escaped(text, '\\"');
}

/** Text in a string of Kotlin in single double quotes. */
export function inKotlin(text: string): string {
  return escaped(text, '\\"$');
}

/** With a backslash before each of these signs. */
function escaped(text: string, signs: string): string {
  return text.replace(/[\\"'`$]/g, (sign) => (signs.includes(sign) ? `\\${sign}` : sign));
}
