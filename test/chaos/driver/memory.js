const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

/** What this extension host holds after a garbage collection, in bytes: `{ held, rss }`, `held` being heap and buffers. */
exports.memoryNow = async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  // What the first one finalizes, the second one frees.
  for (let times = 0; times < 2; times += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  // `external` counts array buffers too.
  return { held: heapUsed + external, rss };
};
