import type { ImportDeclaration, File } from '@babel/types';

import { syntaxTreeOf } from '../finding/jsx/syntaxTree';
import type { TextSpan } from '../imageReference';
import type { TextEdit } from './picture';
import { inScript } from './stringEscapes';

/** The imports of a module, and those that it is to get. */
export class ModuleImports {
  private readonly declarations: readonly ImportDeclaration[];
  private readonly added = new Map<string, string>();

  private constructor(
    private readonly script: string,
    private readonly file: File,
    /** Words that stand anywhere in the document: none of them is a free name. */
    private readonly taken: Set<string>,
    /** What can be said of the script; absent where it is only whole with something at its cursors. */
    readonly tree?: File,
  ) {
    this.declarations = file.program.body.filter((each) => each.type === 'ImportDeclaration');
  }

  /**
   * `document` is all that shares the module's names. Code that waits for the picture (`return ();`) is read as if
   * something stood at its `cursors`. `undefined` where it cannot be parsed even so.
   */
  static of(
    script: string,
    path: string,
    document: string,
    cursors: readonly TextSpan[] = [],
  ): ModuleImports | undefined {
    const taken = new Set(document.match(/[\p{ID_Continue}$]+/gu));
    const tree = syntaxTreeOf(script, path);
    if (tree !== undefined) return new ModuleImports(script, tree, taken, tree);
    const filled = syntaxTreeOf(filledText(script, cursors), path);
    if (filled === undefined) return undefined;
    const imports = new ModuleImports(script, filled, taken);
    const end = imports.declarations.at(-1)?.end ?? 0;
    // Behind a cursor places are no longer the text's.
    return cursors.every(({ start }) => start >= end) ? imports : undefined;
  }

  /** The name that the default export of `source` has here; `wanted` or one like it where it had none. */
  nameOf(source: string, wanted: string): string {
    const known = this.added.get(source) ?? this.nameInCode(source);
    if (known !== undefined) return known;
    let name = wanted;
    for (let n = 2; this.taken.has(name); n += 1) name = `${wanted}${String(n)}`;
    this.taken.add(name);
    this.added.set(source, name);
    return name;
  }

  /** The lines of the new imports; none where all were there. */
  lines(): readonly string[] {
    const quote = this.declarations[0]?.source.extra?.['raw']?.toString().startsWith('"')
      ? '"'
      : "'";
    const last = this.declarations.at(-1);
    const end = last !== undefined && this.script[(last.end ?? 0) - 1] !== ';' ? '' : ';';
    return [...this.added].map(
      ([source, name]) => `import ${name} from ${quote}${inScript(source, quote)}${quote}${end}`,
    );
  }

  /** The change of the script that brings the new imports. */
  edit(): TextEdit | undefined {
    const lines = this.lines();
    if (lines.length === 0) return undefined;
    const last = this.declarations.at(-1) ?? this.file.program.directives.at(-1);
    if (typeof last?.end === 'number') {
      const indent = indentAt(this.script, last.start ?? 0);
      const gap = last.type === 'Directive' ? '\n\n' : '\n';
      const text = gap + lines.map((line) => indent + line).join('\n');
      return { start: last.end, end: last.end, text };
    }
    const start = this.startOfCode();
    const rest = this.script.slice(start);
    const indent = /^[ \t]*(?=\S)/.exec(rest)?.[0] ?? '';
    const gap = rest.trim() === '' ? '' : '\n';
    return { start, end: start, text: lines.map((line) => `${indent}${line}\n`).join('') + gap };
  }

  private nameInCode(source: string): string | undefined {
    for (const declaration of this.declarations) {
      if (declaration.source.value !== source || declaration.importKind === 'type') continue;
      const specifier = declaration.specifiers.find(
        (each) => each.type === 'ImportDefaultSpecifier',
      );
      if (specifier !== undefined) return specifier.local.name;
    }
    return undefined;
  }

  /** Behind the comments that are about the whole file: a blank line parts them from the code. */
  private startOfCode(): number {
    const head =
      /^\uFEFF?(?:#!.*\n)?(?:\s*(?:\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\n))*[ \t]*\n(?=\s*\S)/.exec(
        this.script,
      );
    return head?.[0].length ?? /^\uFEFF?(?:#!.*(?:\n|$))?/.exec(this.script)?.[0].length ?? 0;
  }
}

function filledText(text: string, cursors: readonly TextSpan[]): string {
  return cursors
    .toSorted((a, b) => b.start - a.start)
    .reduce((filled, { start, end }) => `${filled.slice(0, start)}0${filled.slice(end)}`, text);
}

function indentAt(text: string, offset: number): string {
  return /[ \t]*$/.exec(text.slice(0, offset))?.[0] ?? '';
}
