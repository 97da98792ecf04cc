/** `8.2 s`, `1 min 5 s`. */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs one named step of a script and says how long it took: `Packaging … 2.1 s`. What `work` resolves with is
 * returned; when that is a string it is a remark for the line (`nothing to do`).
 */
export async function step(title, work) {
  const begun = Date.now();
  console.log(`${title} …`);
  try {
    const result = await work();
    const remark = typeof result === 'string' ? `, ${result}` : '';
    console.log(`${title}: ${duration(Date.now() - begun)}${remark}`);
    return result;
  } catch (error) {
    console.log(`${title}: failed after ${duration(Date.now() - begun)}`);
    throw error;
  }
}

/** Runs a script's main function; a failure ends in its sentence and exit status 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}

/** A failure that its sentence explains; no stack is printed. */
export class Failure extends Error {}
