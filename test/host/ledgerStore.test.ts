import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import * as vscode from 'vscode';

import { formatLedgerLine } from '../../src/core/money/ledger';
import { LedgerStore } from '../../src/host/storage/ledgerStore';
import { ledgerLine } from '../support/ledgerLine';
import { freshFolder } from './support/flux';

/** A ledger's file, and what its store has said at `warn`. */
function ledgerFile() {
  const file = vscode.Uri.joinPath(freshFolder(), 'deeper', 'ledger.jsonl').fsPath;
  const warnings: string[] = [];
  const log = {
    trace() {},
    debug() {},
    info() {},
    error() {},
    warn: (m: string) => warnings.push(m),
  };
  const write = async (text: string) => {
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, text);
  };
  return { file, warnings, write, open: () => new LedgerStore(file, log) };
}

const line = (id: string, at = 1) => ledgerLine({ id, at });
const ids = ({ all }: LedgerStore) => all.map(({ id }) => id);

describe('the ledger on disk', () => {
  it('has every line of many that are added at once, in few writes', async () => {
    const { file, open } = ledgerFile();
    const store = open();
    const names = Array.from({ length: 50 }, (_, number) => `task-${String(number)}`);
    await Promise.all(names.map((id, at) => store.add(line(id, at))));
    assert.deepEqual(ids(store), names);
    assert.equal(
      await readFile(file, 'utf8'),
      names.map((id, at) => formatLedgerLine(line(id, at))).join(''),
    );
  });

  it('takes up what other windows write, also where a line comes in two pieces', async () => {
    const { open, write, warnings } = ledgerFile();
    const [one, two] = [open(), open()];
    await one.add(line('a'));
    assert.deepEqual(
      (await two.sync()).map(({ id }) => id),
      ['a'],
    );
    const text = formatLedgerLine(line('b'));
    await write(text.slice(0, 40));
    assert.deepEqual(
      (await two.sync()).map(({ id }) => id),
      ['a'],
    );
    assert.equal(warnings.length, 1);
    await write(text.slice(40));
    await one.add(line('c'));
    assert.deepEqual(
      (await two.sync()).map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(ids(one), ['a', 'b', 'c']);
  });

  it('takes a later line of a task in the place of an earlier one', async () => {
    const { open, write } = ledgerFile();
    const store = open();
    await store.add(ledgerLine({ id: 'a', charged: 'unknown' }));
    await write(formatLedgerLine(ledgerLine({ id: 'a', charged: 'no' })));
    assert.deepEqual(
      (await store.sync()).map(({ id, charged }) => [id, charged]),
      [['a', 'no']],
    );
  });

  it('begins anew where its file was taken away', async () => {
    const { file, open, write } = ledgerFile();
    const store = open();
    await store.add(line('a'));
    await store.add(line('b'));
    await rm(file);
    await write(formatLedgerLine(line('c')));
    assert.deepEqual(
      (await store.sync()).map(({ id }) => id),
      ['c'],
    );
  });
});
