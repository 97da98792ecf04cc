import assert from 'node:assert/strict';

import { Balance } from '../../src/host/money/balance';
import { FakeClock } from '../support/fakeClock';

const charge = { credits: 951, amount: 9.51, currency: 'USD' } as const;

/** A balance, and how often its provider was asked. */
function balanceThat(answers: () => Promise<typeof charge | undefined>) {
  const clock = new FakeClock();
  let asked = 0;
  const ask = () => {
    asked += 1;
    return answers();
  };
  return { clock, balance: new Balance({ ask, clock }), asked: () => asked };
}

describe('the balance', () => {
  it('is asked for once a minute at most, and again when it has changed', async () => {
    const { clock, balance, asked } = balanceThat(() => Promise.resolve(charge));
    assert.deepEqual(await balance.get(), charge);
    await clock.advance(59_999);
    await balance.get();
    assert.equal(asked(), 1);
    await clock.advance(1);
    await balance.get();
    assert.equal(asked(), 2);
    balance.forget();
    await balance.get();
    assert.equal(asked(), 3);
  });

  it('is nothing where nobody answers, and asked for again', async () => {
    const { balance, asked } = balanceThat(() => Promise.reject(new Error('offline')));
    assert.equal(await balance.get(), undefined);
    assert.equal(await balance.get(), undefined);
    assert.equal(asked(), 2);
  });
});
