import { defineConfig } from 'vitest/config';

// Projects: core, simulator and page are units (npm run test:unit); e2e drives a real workbench (npm run test:e2e).

const root = new URL('..', import.meta.url).pathname;

// The usual second is over on a machine that is busy with other work before a page is drawn.
const expect = { poll: { timeout: 30_000 } };

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/*.test.ts', 'test/{core,protocol,scripts}/**/*.test.ts'],
          // Property tests and parsers on a machine that is busy with other work.
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'simulator',
          environment: 'node',
          include: ['test/{simulator,codecs}/**/*.test.ts'],
          // A real HTTP server and real encoders: slower than a fake clock.
          testTimeout: 60_000,
          expect,
        },
      },
      {
        root,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['test/webview/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          expect,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2eSetup.mjs'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect,
          // A shared machine can stall for minutes. Who passes only the second time is named by the reporter, and is to be mended.
          retry: process.env.CI === undefined ? 0 : 1,
          // Each file has its own server and browser; they mostly wait.
          maxWorkers: 2,
        },
      },
    ],
  },
});
