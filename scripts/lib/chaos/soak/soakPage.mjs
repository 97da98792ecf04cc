import { faultCounts } from './faultMix.mjs';
import { rowsOf, soakProblemsOf } from './soakTable.mjs';

/** How a soak's faults were drawn, in words. */
export function faultWords(share, literal) {
  const counts = Object.entries(faultCounts());
  const kinds = counts.map(([on, count]) => `${count} of a ${on}`).join(', ');
  const percent = Math.round(share * 100);
  return literal
    ? `Each fault of the simulator that an exchange can have (${kinds}) is drawn for itself with ${percent} %, one after the other, until one happens.`
    : `Each exchange goes wrong with a probability of ${percent} %, in each of the ways that the simulator has for it ` +
        `alike: ${kinds}. (A poll’s answer with a result goes wrong a little more often.)`;
}

/** A soak's results as the part of a page below its heading. */
export function soakPage(soak, share) {
  const problems = soakProblemsOf(soak);
  return [
    'Written by `npm run chaos`, or `npm run chaos -- --soak` alone. Two windows of one server, each on a folder of its ' +
      'own, order their halves of the pictures through the extension’s API: 50 at once, then, when these have ended and ' +
      'the memory has been looked at, all the others at once. The service is the simulator, in another process, and ' +
      `takes 24 tasks at a time. ${faultWords(share, soak.literal)} The seed draws the same numbers again; which exchange ` +
      'gets which, the network decides.',
    soak.versions.map(([what, version]) => `- ${what}: ${version}`).join('\n'),
    ['| | |', '| --- | ---: |', ...rowsOf(soak).map((row) => `| ${row.join(' | ')} |`)].join('\n'),
    meanings.map(([what, meaning]) => `- **${what}**: ${meaning}`).join('\n'),
    problems.length === 0
      ? 'All came out as it should.'
      : ['### Problems', '', ...problems.map((problem) => `- ${problem}`)].join('\n'),
  ].join('\n\n');
}

const meanings = [
  [
    'gone wrong',
    'of all exchanges of that kind in the soak. Credits are asked for when a person looks at the list of tasks, ' +
      'which the driver does after every twentieth end.',
  ],
  [
    'accepted',
    'tasks that the service took; **charged in the end** without those that it gave back.',
  ],
  [
    'saved',
    'the API told so, and there is a whole picture in the assets folder and the history, paid once.',
  ],
  [
    'told',
    'the API told of this failure, and of this charge. What was told as free the service has not charged, and nothing ' +
      'is left of it; of all else an entry says the same, with a way on where the service can still be asked, or the ' +
      'picture was saved later, when it went on by itself.',
  ],
  ['lost', 'charged tasks that are neither saved nor in an entry.'],
  ['paid twice', 'tasks that the service took more than once.'],
  ['sent twice', 'POSTs that went out again after anything but a 429.'],
  ['untrue', 'tasks of which something else was told than is the case.'],
  ['open in the end', 'entries and places that have not ended when all is quiet.'],
  ['left over', 'temporary files, and files that no history names.'],
  ['most active at once', 'at the service, between acceptance and Ready or another end.'],
  ['most places taken at once', 'in the queue that the windows share, whenever it was looked at.'],
  [
    'POSTs beyond that',
    'came while 24 tasks were active: when nobody knows that a task was taken, its place is given away. The service ' +
      'refuses them with 429, and they wait.',
  ],
  [
    'memory',
    'of the extension host, heap and buffers after a garbage collection: after the first 50 tasks, and in the end. The ' +
      'ratio must not pass 1.2. **resident** is what the system counts, without a limit.',
  ],
];
