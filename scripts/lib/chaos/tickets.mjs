import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the places that tasks have at the service older by so many ms, while no window is there: nobody has to wait for
 * one to be given up whose task was killed while it was sent.
 */
export async function age(storage, ms) {
  const file = join(storage, 'queue.json');
  const tickets = JSON.parse(await readFile(file, 'utf8'));
  const older = tickets.map((ticket) =>
    ticket.since === undefined ? ticket : { ...ticket, since: ticket.since - ms },
  );
  await writeFile(file, JSON.stringify(older));
}
