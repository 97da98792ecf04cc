import type { ProgramToken } from './programTokens';

/** What is given to a function, by its name where it has one. */
export interface GivenArgument {
  readonly name?: string;
  /** Where it begins, with its name. */
  readonly start: number;
  readonly tokens: readonly ProgramToken[];
}

/** What stands between the bracket at `open` and the one that closes it; undefined where none opens or closes. */
export function argumentsAt(
  tokens: readonly ProgramToken[],
  open: number,
): readonly GivenArgument[] | undefined {
  if (!isMark(tokens[open], '(')) return undefined;
  const given: ProgramToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open + 1, open + MOST_TOKENS)) {
    if (depth === 0 && isMark(token, ')')) return given.filter((one) => one.length > 0).map(named);
    if (depth === 0 && isMark(token, ',')) {
      given.push([]);
      continue;
    }
    if (isMark(token, '(', '[', '{')) depth++;
    else if (isMark(token, ')', ']', '}')) depth--;
    given.at(-1)?.push(token);
  }
  return undefined;
}

/** A call with more in it is not closed. */
const MOST_TOKENS = 500;

function named(tokens: readonly ProgramToken[]): GivenArgument {
  const [name, mark, ...value] = tokens;
  const start = name?.start ?? 0;
  const isNamed = name?.kind === 'word' && isMark(mark, ':', '=') && value.length > 0;
  return isNamed ? { name: name.value ?? '', start, tokens: value } : { start, tokens };
}

/** Whether a token is one of these marks. */
export function isMark(token: ProgramToken | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.value ?? '');
}

/** The one plain string that an argument is; undefined where it is anything else. */
export function plainString(
  argument: GivenArgument | undefined,
): (ProgramToken & { readonly value: string }) | undefined {
  const [token, ...rest] = argument?.tokens ?? [];
  if (token?.kind !== 'string' || rest.length > 0 || token.value === undefined) return undefined;
  return { ...token, value: token.value };
}
