import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';

import { createFileLock } from '../../../src/host/storage/fileLock';

/** What a process does with a lock. */
export interface LockRun {
  readonly folder: string;
  /** Takes the lock and never gives it back; else does `turns` pieces of work that find out whether they are alone. */
  readonly holds?: boolean;
  readonly turns?: number;
  /** There while work is done. */
  readonly marker?: string;
  /** Gets a line for each piece of work. */
  readonly file?: string;
}

const {
  folder,
  holds,
  turns = 0,
  marker = '',
  file = '',
} = JSON.parse(process.argv[2] ?? '') as LockRun;
const exclusively = createFileLock(folder);

if (holds === true) {
  void exclusively('name', () => {
    process.send?.('holds');
    return new Promise<void>(() => undefined);
  });
} else {
  const all = Array.from({ length: turns }, () =>
    exclusively('name', async () => {
      const isAlone = !existsSync(marker);
      writeFileSync(marker, '');
      await new Promise((resolve) => setImmediate(resolve));
      rmSync(marker, { force: true });
      appendFileSync(file, isAlone ? 'alone\n' : 'not alone\n');
    }),
  );
  void Promise.all(all).then(() => {
    process.disconnect();
  });
}
