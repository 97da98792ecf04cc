import { addCharges } from './charge';
import type { Estimate, PricedEstimate } from './estimate';

/** What orders at one provider cost together; where some have no known price, at least what the others do. */
export function totalEstimate(estimates: readonly Estimate[]): Estimate {
  const priced = estimates.filter((one) => one.kind === 'priced');
  const hasUnknown = estimates.some(({ kind }) => kind === 'unknown');
  const [first, ...others] = priced;
  if (first === undefined) return { kind: hasUnknown ? 'unknown' : 'free' };
  const charge = others.reduce((sum, one) => addCharges(sum, one.charge), first.charge);
  return { kind: 'priced', bound: hasUnknown ? 'from' : boundOf(priced), charge };
}

/** That of the least certain one. */
function boundOf(priced: readonly PricedEstimate[]): PricedEstimate['bound'] {
  const bounds = ['from', 'about'] as const;
  return bounds.find((bound) => priced.some((one) => one.bound === bound)) ?? 'exact';
}
