import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// node bareOrder.mjs url key folder count: the least that a note on the disk and a POST can be. Prints when each began, by
// the machine's clock.

const [url, key, folder, count] = process.argv.slice(2);
const body = JSON.stringify({ prompt: 'A bare order', width: 64, height: 64 });
const times = [];
for (let n = 0; n < Number(count); n += 1) {
  await pause(200);
  times.push(Date.now());
  const file = join(folder, `order-${n}.json`);
  const handle = await open(file, 'wx');
  await handle.writeFile(body.padEnd(1000));
  await handle.sync();
  await handle.close();
  const headers = { 'content-type': 'application/json', 'x-key': key };
  const answer = await fetch(url, { method: 'POST', headers, body });
  await answer.text();
  await rm(file);
}
console.log(JSON.stringify(times));
