import type { Pace } from './pace';

/** The density per ms of a task's end at `ms`. */
export function density(ms: number, { medianMs, spread }: Pace): number {
  const z = Math.log(ms / medianMs) / spread;
  return Math.exp(-0.5 * z * z) / (ms * spread * Math.sqrt(2 * Math.PI));
}

/** How likely a task takes longer than `ms`. */
export function survival(ms: number, { medianMs, spread }: Pace): number {
  if (ms <= 0) return 1;
  return 0.5 * erfc(Math.log(ms / medianMs) / (spread * Math.SQRT2));
}

/** The complementary error function, to one part in 10^7 everywhere (a Chebyshev fit, Numerical Recipes §6.2). */
function erfc(x: number): number {
  const z = Math.abs(x);
  const t = 1 / (1 + 0.5 * z);
  const series = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418,
    0.37409196, 1.00002368, -1.26551223,
  ].reduce((sum, coefficient) => coefficient + t * sum, 0);
  const tail = t * Math.exp(-z * z + series);
  return x >= 0 ? tail : 2 - tail;
}
