/** A column: its heading, and what it says of a result or of the sum. */
const columns = [
  ['tasks', ({ ordered }) => ordered],
  ['POSTs', ({ posts }) => posts],
  ['charged', ({ charges }) => charges],
  ['saved', ({ files }) => files],
  ['told', ({ told }) => told.length],
  ['lost', ({ lost }) => lost],
  ['paid twice', ({ paidTwice }) => paidTwice],
  ['left over', ({ left }) => left],
];

const numbers = ['ordered', 'posts', 'charges', 'files', 'lost', 'paidTwice', 'left'];

/** The columns' headings, the kill point's name first. */
export const headings = ['kill point', ...columns.map(([heading]) => heading), 'seconds'];

/** The cells of one result under the headings, as texts. A point that could not be run says so in its name. */
export function cellsOf({ name, verdict, ms }) {
  const seconds = (ms / 1000).toFixed(1);
  if (verdict === undefined) return [name, ...columns.map(() => '?'), seconds];
  return [name, ...columns.map(([, of]) => String(of(verdict))), seconds];
}

/** The sum of all results that there are, as a result. */
export function sumOf(results) {
  const verdicts = results.flatMap(({ verdict }) => verdict ?? []);
  const add = (key) => verdicts.reduce((sum, verdict) => sum + verdict[key], 0);
  return {
    name: `${results.length} kill points`,
    ms: results.reduce((sum, { ms }) => sum + ms, 0),
    verdict: {
      ...Object.fromEntries(numbers.map((key) => [key, add(key)])),
      told: verdicts.flatMap(({ told }) => told),
    },
  };
}

/** What is wrong with a result, one sentence each; none where all is as it should be. */
export function problemsOf({ verdict, error }) {
  return verdict === undefined ? [`could not be run: ${error.message}`] : verdict.problems;
}
