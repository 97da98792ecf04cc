import type { TextSpan } from '../imageReference';
import type { CodeLanguage } from '../language';
import { ModuleImports } from './moduleImports';
import type { TextEdit, WritingText } from './picture';
import type { Section } from './section';

/** The script of a document in which images are imported, and what changes there. */
export interface DocumentImports {
  /** `undefined` where the script cannot be parsed: then nothing is imported. */
  readonly imports: ModuleImports | undefined;
  /** In units of the whole document. */
  readonly edits: () => readonly TextEdit[];
}

/** The imports of a document, or of one script in it; without any script, those of a new one. */
export function importsFor(
  at: WritingText,
  cursors: readonly TextSpan[],
  section?: Section,
): DocumentImports {
  if (at.language === 'jsx') return importsIn(at.text, at.path, at.text, cursors, 0);
  if (section === undefined) return importsOfNewScript(at);
  const code = at.text.slice(section.start, section.end);
  const inside = cursors
    .filter(({ start, end }) => section.start <= start && end <= section.end)
    .map(({ start, end }) => ({ start: start - section.start, end: end - section.start }));
  return importsIn(code, scriptPath(section), at.text, inside, section.start);
}

/** TypeScript reads plain JavaScript as well, and only a component's own file tells JSX from casts. */
function scriptPath({ attributes }: Section): string {
  return /\blang\s*=\s*["']?[jt]sx/.test(attributes) ? 'script.tsx' : 'script.ts';
}

function importsIn(
  code: string,
  path: string,
  document: string,
  cursors: readonly TextSpan[],
  offset: number,
): DocumentImports {
  const imports = ModuleImports.of(code, path, document, cursors);
  return {
    imports,
    edits: () => {
      const edit = imports?.edit();
      if (edit === undefined) return [];
      return [{ ...edit, start: edit.start + offset, end: edit.end + offset }];
    },
  };
}

function importsOfNewScript(at: WritingText): DocumentImports {
  const imports = ModuleImports.of('', 'script.ts', at.text);
  const [open, close, indent] = SCRIPT[at.language] ?? ['<script>', '</script>', '  '];
  const start = at.text.startsWith('\uFEFF') ? 1 : 0;
  return {
    imports,
    edits: () => {
      const lines = (imports?.lines() ?? []).map((line) => `${indent}${line}\n`);
      if (lines.length === 0) return [];
      return [{ start, end: start, text: `${open}\n${lines.join('')}${close}\n\n` }];
    },
  };
}

const SCRIPT: Partial<Record<CodeLanguage, readonly [string, string, string]>> = {
  vue: ['<script setup>', '</script>', ''],
  astro: ['---', '---', ''],
};
