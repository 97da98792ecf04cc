/** What a piece of work cost at one size: how many things there were, and the time or bytes that it took. */
export interface GrowthPoint {
  readonly size: number;
  /** In any unit, the same for all points; above 0. */
  readonly cost: number;
}

/**
 * How cost grows with size: the slope of the line, by least squares, through the logarithms of both. 0 is a cost that does
 * not grow, 1 one that is proportional to the size, 2 its square. Needs two sizes at least.
 */
export function growthExponent(points: readonly GrowthPoint[]): number {
  if (points.some(({ size, cost }) => !(size > 0 && cost > 0)))
    throw new RangeError('Sizes and costs have to be above 0: their logarithms are compared.');
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const x = mean(logs.map((log) => log.x));
  const y = mean(logs.map((log) => log.y));
  const together = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0);
  const alone = logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
  if (alone === 0) throw new RangeError('Growth needs two different sizes.');
  return together / alone;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
