import { plainText } from './sourceText';
import type { SourceText } from './sourceText';

/**
 * The string that an expression is, at its place, where it is nothing but a string without escapes, or the `require`
 * of one. `start` is the expression's.
 */
export function literalText(expression: string, start: number): SourceText | undefined {
  const parts =
    /^(\s*(?:require\s*\(\s*)?)(["'`])([^"'`\\\r\n]*)\2\s*(?:\)\s*(?:\.default\s*)?)?$/.exec(
      expression,
    );
  const [, before = '', , value] = parts ?? [];
  return value === undefined || value.includes('${')
    ? undefined
    : plainText(value, start + before.length + 1);
}
