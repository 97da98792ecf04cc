/** Failures that the service itself makes ends of. */
const endsOfService = ['request-moderated', 'content-moderated', 'task-failed'];

/**
 * Looks at one task from all sides: what was told of it (`told`), what the service saw (`posts`, `accepted`,
 * `charges`), and what lies on the disk (`files`, `entries`). `untrue` has a sentence for each thing that is not as it
 * was told.
 */
export function judgeTask(task) {
  const { told, posts, accepted, charges, files, entries } = task;
  const isKept = files.length > 0 || entries.some(({ charged }) => charged !== 'no');
  return {
    lost: charges > 0 && !isKept ? 1 : 0,
    paidTwice: Math.max(0, accepted - 1),
    sentTwice: posts.slice(0, -1).filter((status) => status !== 429).length,
    untrue: [
      ...(told === undefined ? ['its end was not told'] : untruths(told, task)),
      ...when(files.length > 0 && charges === 0, 'it is saved, and not paid'),
      ...when(files.length + entries.length > 1, 'it has more than one end'),
      ...when(
        files.some(({ isPicture }) => !isPicture),
        'its file is no picture',
      ),
      ...when(
        entries.some(({ isOpen }) => isOpen),
        'its entry is open',
      ),
    ],
  };
}

/** All tasks together; `unread` POSTs broke off before anybody knew what they asked for. */
export function judgeSoak(tasks, unread) {
  const verdicts = tasks.map((task) => ({ task, verdict: judgeTask(task) }));
  const sum = (of) => verdicts.reduce((all, one) => all + of(one), 0);
  const silent = tasks.filter(mayHaveBrokenOff).length;
  return {
    tasks: tasks.length,
    accepted: sum(({ task }) => task.accepted),
    charged: sum(({ task }) => task.charges),
    saved: tasks.filter(({ told }) => told?.saved !== undefined).length,
    savedLater: tasks.filter(({ told, files }) => told?.failed !== undefined && files.length > 0)
      .length,
    told: toldOf(tasks),
    lost: sum(({ verdict }) => verdict.lost),
    paidTwice: sum(({ verdict }) => verdict.paidTwice),
    // Each that broke off is the last of a task of which nobody knows whether it arrived.
    sentTwice: sum(({ verdict }) => verdict.sentTwice) + Math.max(0, unread - silent),
    untrue: verdicts.flatMap(({ task, verdict }) =>
      verdict.untrue.map((sentence) => `${task.prompt}: ${sentence}`),
    ),
  };
}

function untruths({ saved, failed }, { accepted, charges, files, entries }) {
  if (saved !== undefined) {
    const isThere = files.some(
      ({ file, taskId }) => file === saved.file && taskId === saved.taskId,
    );
    return when(!isThere, 'it was told as saved, and is not');
  }
  const { code, charged } = failed;
  if (charged === 'no') {
    return [
      ...when(charges > 0, `${code} was told as free, and is charged`),
      ...when(files.length + entries.length > 0, `${code} was told as free, and left something`),
    ];
  }
  // What the network held up goes on by itself, and can then be saved, or be known to be paid.
  const isKept =
    files.length > 0 || entries.some((entry) => [charged, 'yes'].includes(entry.charged));
  const isStuck = entries.some((entry) => !entry.hasRemedy && !isEndOfService(entry));
  return [
    // The service may have given it back afterwards.
    ...when(charged === 'yes' && accepted === 0, `${code} was told as charged, and was not`),
    ...when(!isKept, `${code} was told as “charged: ${charged}”, and no entry says so`),
    ...when(isStuck, `${code} has an entry without a way on`),
  ];
}

/** Whether there is nothing to ask the service for any more. */
function isEndOfService({ code, detail }) {
  return endsOfService.includes(code) && detail !== 'no-sample';
}

/** Whether its last POST, if it was one, was not read. */
function mayHaveBrokenOff({ told, posts, accepted }) {
  const isUnknown = told?.failed?.charged === 'unknown';
  return isUnknown && accepted === 0 && posts.every((status) => status === 429);
}

/** How often each failure was told, the most frequent first, by its code and what it says of the money. */
function toldOf(tasks) {
  const counts = new Map();
  for (const { told } of tasks) {
    if (told?.failed === undefined) continue;
    const name = `${told.failed.code}, charged: ${told.failed.charged}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function when(is, sentence) {
  return is ? [sentence] : [];
}
