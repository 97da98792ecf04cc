import tseslint from 'typescript-eslint';
import { defineConfig } from 'eslint/config';

/** What nobody imports: the whole of zod brings every locale into the bundle. */
const wholeZod = { name: 'zod', message: "Import * as z from 'zod/mini'." };

/** The imports that a layer must not have, and why. */
function layer(files, group, message) {
  const patterns = group.length === 0 ? [] : [{ group, message }];
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { paths: [wholeZod], patterns }] },
  };
}

const pureGlobals = ['Buffer', 'process', 'document', 'window', 'console', 'fetch', 'require'];

export default defineConfig(
  {
    ignores: ['dist/', 'test-results/', '.vscode-host/', '.vscode-test/', 'test/samples/'],
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'src/webview/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A `default` says that the rest is meant alike; without one every case must stand there.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers and booleans in a sentence read well as they are.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'What is data is drawn as text.',
        },
      ],
    },
  },
  layer(
    ['src/**'],
    ['vscode', '**/webview/**'],
    'Only src/host and src/extension.ts import vscode; nobody imports the pages.',
  ),
  layer(
    ['src/core/**'],
    ['vscode', 'node:*', '**/{codecs,host,protocol,simulator,webview}/**'],
    'core is pure: effects are arguments.',
  ),
  {
    files: ['src/core/**', 'src/protocol/**'],
    rules: { 'no-restricted-globals': ['error', ...pureGlobals] },
  },
  layer(
    ['src/codecs/**'],
    ['vscode', '**/{host,protocol,simulator,webview}/**'],
    'The codecs turn bytes into pixels and back: they know core only.',
  ),
  layer(
    ['src/protocol/**'],
    ['vscode', 'node:*', '**/{codecs,host,simulator,webview}/**'],
    'protocol knows core only.',
  ),
  layer(
    ['src/codecs/**'],
    ['vscode', '**/host/**', '**/webview/**', '**/protocol/**', '**/simulator/**'],
    'The codecs turn bytes into pixels and back: they know core only.',
  ),
  layer(
    ['src/simulator/**'],
    ['vscode', '**/{host,protocol,webview}/**'],
    'The simulator is a service: it knows core and the codecs only.',
  ),
  layer(
    ['src/webview/**'],
    ['vscode', 'node:*', '**/{codecs,host,simulator}/**'],
    'The page talks to the host only through protocol.',
  ),
  {
    files: ['src/webview/**'],
    rules: {
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'write', 'writeln'].map(
          (property) => ({ property, message: 'What is data is drawn as text.' }),
        ),
      ],
    },
  },
  layer(
    ['src/host/**', 'src/extension.ts'],
    ['**/webview/**'],
    'The host talks to the page only through protocol.',
  ),
  layer(['test/**', 'scripts/**'], [], ''),
  {
    files: ['**/*.mjs'],
    rules: { 'no-restricted-syntax': 'off', 'no-unused-vars': 'error' },
  },
);
