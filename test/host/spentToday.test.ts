import assert from 'node:assert/strict';

import type { LedgerLine } from '../../src/core/money/ledger';
import { SpentToday } from '../../src/host/money/spentToday';
import { readSettings } from '../../src/host/settings';
import { ledgerLine, usd } from '../support/ledgerLine';

describe('what was spent today', () => {
  it('is added up once for the same lines, and anew when there are others', () => {
    let looks = 0;
    const watched = (amount: number): LedgerLine => {
      const line = ledgerLine({ at: Date.now(), actual: usd(amount) });
      return new Proxy(line, {
        get: (target, name) => {
          if (name === 'at') looks += 1;
          return Reflect.get(target, name) as unknown;
        },
      });
    };
    const ledger = { all: [watched(0.03), watched(0.015)] };
    const spent = new SpentToday(ledger);
    const settings = { ...readSettings(), provider: 'bfl' as const };
    assert.equal(spent.words(settings), '$0.045');
    const once = looks;
    assert.equal(spent.words(settings), '$0.045');
    assert.equal(looks, once);
    ledger.all = [...ledger.all, watched(0.005)];
    assert.equal(spent.words(settings), '$0.05');
  });
});
