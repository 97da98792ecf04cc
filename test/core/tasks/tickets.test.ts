import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { admit, parseTickets, withoutGone, type Ticket } from '../../../src/core/tasks/tickets';

let count = 0;

function ticket(id: string, more: Partial<Ticket> = {}): Ticket {
  count += 1;
  return {
    id,
    window: 'window-1',
    provider: 'bfl',
    model: 'flux-2-pro',
    orderedAt: count,
    index: 0,
    ...more,
  };
}

/** Who is at the service, in the order of the tickets. */
function active(tickets: readonly Ticket[]): readonly string[] {
  return tickets.filter(({ since }) => since !== undefined).map(({ id }) => id);
}

describe('admit', () => {
  it('never lets more in than the limit, and the next in order when one leaves', () => {
    const four = admit(
      ['a', 'b', 'c', 'd'].map((id) => ticket(id)),
      2,
      1000,
    );
    expect(active(four)).toEqual(['a', 'b']);
    expect(
      active(
        admit(
          four.filter(({ id }) => id !== 'b'),
          2,
          1001,
        ),
      ),
    ).toEqual(['a', 'c']);
  });

  it('counts the tasks of all windows together', () => {
    const others = ['x', 'y'].map((id) => ticket(id, { window: 'window-2', since: 1 }));
    expect(active(admit([...others, ticket('a'), ticket('b')], 3, 1000))).toEqual(['x', 'y', 'a']);
  });

  it('lets who was ordered first go first, whatever window and whenever its ticket came', () => {
    const late = ticket('late', { orderedAt: 20 });
    const early = ticket('early', { orderedAt: 10, window: 'window-2' });
    expect(active(admit([late, early], 1, 1000))).toEqual(['early']);
    const second = ticket('second', { orderedAt: 30, index: 1 });
    const first = ticket('first', { orderedAt: 30, index: 0 });
    expect(active(admit([second, first], 1, 1000))).toEqual(['first']);
  });

  it('holds back a model at its own limit and lets others pass', () => {
    const kontext = { model: 'flux-kontext-max', modelLimit: 1 };
    const tickets = [ticket('k1', kontext), ticket('k2', kontext), ticket('pro')];
    expect(active(admit(tickets, 24, 1000))).toEqual(['k1', 'pro']);
  });

  it('counts each provider for itself', () => {
    const tickets = [ticket('a'), ticket('b', { provider: 'openai-hk' }), ticket('c')];
    expect(active(admit(tickets, 1, 1000))).toEqual(['a', 'b']);
  });

  it('says since when a task is at the service', () => {
    expect(admit([ticket('a')], 1, 1234)[0]?.since).toBe(1234);
  });

  it('keeps within every limit, and leaves no place free that somebody waits for', () => {
    const anyTicket = fc.record({
      provider: fc.constantFrom('bfl', 'custom'),
      model: fc.constantFrom('flux-2-pro', 'flux-kontext-max'),
      window: fc.constantFrom('window-1', 'window-2'),
      orderedAt: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.array(anyTicket, { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (all, limit) => {
          const tickets = all.map((each, index) =>
            ticket(String(index), {
              ...each,
              index,
              ...(each.model === 'flux-kontext-max' ? { modelLimit: 2 } : {}),
            }),
          );
          const after = admit(tickets, limit, 1);
          for (const provider of ['bfl', 'custom']) {
            const here = after.filter((each) => each.provider === provider);
            const inside = here.filter(({ since }) => since !== undefined);
            const kontext = inside.filter(({ model }) => model === 'flux-kontext-max');
            expect(inside.length).toBeLessThanOrEqual(limit);
            expect(kontext.length).toBeLessThanOrEqual(2);
            const couldGo = here.some(
              ({ since, model }) =>
                since === undefined && (model !== 'flux-kontext-max' || kontext.length < 2),
            );
            if (couldGo) expect(inside).toHaveLength(limit);
          }
        },
      ),
    );
  });
});

describe('withoutGone', () => {
  const isAlive = (window: string) => window === 'window-1';

  it('drops who waited in a window that is gone', () => {
    const tickets = [ticket('a'), ticket('b', { window: 'window-2' })];
    expect(withoutGone(tickets, isAlive, 1000).map(({ id }) => id)).toEqual(['a']);
  });

  it('counts what such a window has sent for ten minutes more: it may be active at the service', () => {
    const sent = ticket('b', { window: 'window-2', since: 1000 });
    expect(withoutGone([sent], isAlive, 1000 + 599_999)).toEqual([sent]);
    expect(withoutGone([sent], isAlive, 1000 + 600_000)).toEqual([]);
  });
});

describe('parseTickets', () => {
  it('reads what was written', () => {
    const tickets = [ticket('a', { since: 5, modelLimit: 6 }), ticket('b')];
    expect(parseTickets(JSON.stringify(tickets))).toEqual(tickets);
  });

  it.each(['', '[{', '{}', '[{"id":1}]'])('counts a damaged file as empty: %s', (text) => {
    expect(parseTickets(text)).toEqual([]);
  });
});
