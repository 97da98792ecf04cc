import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ledgerCsv } from '../../../src/core/money/ledgerCsv';
import { failedLine, ledgerLine } from '../../support/ledgerLine';

const at = Date.UTC(2026, 2, 27, 12);

describe('ledgerCsv', () => {
  it('has a row of names, then a row per line', () => {
    expect(
      ledgerCsv([
        ledgerLine({ at, taskId: 't1' }),
        failedLine({ at, outcome: 'timeout', charged: 'unknown' }),
      ]),
    ).toBe(
      [
        'time,provider,workspace,model,file,estimate,actual,counted,currency,outcome,charged,task',
        '2026-03-27T12:00:00.000Z,bfl,shop,flux-2-pro,file:///shop/assets/line-1.png,0.03,0.03,0.03,USD,saved,yes,t1',
        '2026-03-27T12:00:00.000Z,bfl,shop,flux-2-pro,,0.03,,0.03,USD,timeout,unknown,',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['a=b', 'a=b'],
  ])('quotes %j', (workspaceLabel, cell) => {
    expect(ledgerCsv([ledgerLine({ at, workspaceLabel })])).toContain(`,bfl,${cell},flux-2-pro,`);
  });

  it('has an empty cell for a time that is none', () => {
    expect(ledgerCsv([ledgerLine({ at: 1e300 })])).toContain('\r\n,bfl,');
  });

  it('is read back as it was written, and starts no formula', () => {
    assert(
      property(string({ unit: 'binary' }), (workspaceLabel) => {
        const [, cells = []] = parse(ledgerCsv([ledgerLine({ at, workspaceLabel })]));
        expect(cells).toHaveLength(12);
        expect(cells[2]?.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(
          workspaceLabel.replace(/^'(?=[=+\-@\t\r])/, ''),
        );
        expect(cells[2]).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

/** RFC 4180, as a reader would have it. */
function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}
