import { expect, test } from 'vitest';
import { judgeSoak, judgeTask, type SoakTask } from '../../scripts/lib/chaos/soak/judge.mjs';

const file = { file: '/site/assets/pier.jpeg', taskId: 'a', isPicture: true };
const entry = { isOpen: false, code: 'network', charged: 'unknown', hasRemedy: true };

/** A task that was taken, paid, told as saved, and is. */
function saved(more: Partial<SoakTask> = {}): SoakTask {
  return {
    prompt: 'Pier 1',
    told: { saved: { file: file.file, taskId: file.taskId } },
    posts: [200],
    accepted: 1,
    charges: 1,
    files: [file],
    entries: [],
    ...more,
  };
}

/** A task that ended so, and was taken and paid. */
function failed(charged: string, more: Partial<SoakTask> = {}): SoakTask {
  return saved({ told: { failed: { code: 'network', charged } }, files: [], ...more });
}

const free = { accepted: 0, charges: 0 };

test.each([
  ['a saved picture', saved()],
  ['one that was refused twice for now', saved({ posts: [429, 429, 200] })],
  ['a refusal that cost nothing', failed('no', { ...free, posts: [422] })],
  ['a task that was given back', failed('no', { charges: 0 })],
  ['an answer that nobody heard', failed('unknown', { posts: [undefined], entries: [entry] })],
  ['a POST that nobody read', failed('unknown', { ...free, posts: [], entries: [entry] })],
  [
    'a picture that is paid and not there yet',
    failed('yes', { entries: [{ ...entry, charged: 'yes' }] }),
  ],
  [
    'one that is known to be paid by now',
    failed('unknown', { entries: [{ ...entry, charged: 'yes' }] }),
  ],
  ['one that went on by itself', failed('unknown', { files: [file] })],
  [
    'an end that the service made, with nothing to do about it',
    failed('unknown', {
      charges: 0,
      entries: [{ ...entry, code: 'task-failed', hasRemedy: false }],
    }),
  ],
])('finds nothing wrong with %s', (_name, task) => {
  expect(judgeTask(task)).toEqual({ lost: 0, paidTwice: 0, sentTwice: 0, untrue: [] });
});

test.each([
  ['saved without a file', saved({ files: [] }), 'it was told as saved, and is not'],
  [
    'saved as another task',
    saved({ files: [{ ...file, taskId: 'b' }] }),
    'it was told as saved, and is not',
  ],
  [
    'a file that is no picture',
    saved({ files: [{ ...file, isPicture: false }] }),
    'its file is no picture',
  ],
  ['saved and not paid', saved({ charges: 0 }), 'it is saved, and not paid'],
  ['saved and in an entry', saved({ entries: [entry] }), 'it has more than one end'],
  ['saved twice', saved({ files: [file, file] }), 'it has more than one end'],
  ['free and charged', failed('no'), 'network was told as free, and is charged'],
  [
    'free and in an entry',
    failed('no', { ...free, entries: [entry] }),
    'network was told as free, and left something',
  ],
  [
    'charged and never taken',
    failed('yes', { ...free, entries: [{ ...entry, charged: 'yes' }] }),
    'network was told as charged, and was not',
  ],
  [
    'charged without an entry',
    failed('yes'),
    'network was told as “charged: yes”, and no entry says so',
  ],
  [
    'charged, of which the entry is not sure',
    failed('yes', { entries: [entry] }),
    'network was told as “charged: yes”, and no entry says so',
  ],
  [
    'an entry that denies it',
    failed('unknown', { entries: [{ ...entry, charged: 'no' }] }),
    'network was told as “charged: unknown”, and no entry says so',
  ],
  [
    'a picture that nobody can ask for again',
    failed('unknown', {
      entries: [{ ...entry, code: 'task-failed', detail: 'no-sample', hasRemedy: false }],
    }),
    'network has an entry without a way on',
  ],
  [
    'an entry that leaves nothing to do',
    failed('unknown', { entries: [{ ...entry, hasRemedy: false }] }),
    'network has an entry without a way on',
  ],
  [
    'an entry that is open',
    failed('unknown', { entries: [{ ...entry, isOpen: true }] }),
    'its entry is open',
  ],
])('tells of a task that is %s', (_name, task, sentence) => {
  expect(judgeTask(task).untrue).toContain(sentence);
});

test('tells of a task of which nobody heard', () => {
  expect(judgeTask(saved({ told: undefined })).untrue).toEqual(['its end was not told']);
});

test.each([
  ['charged, and there is nothing', failed('no'), { lost: 1 }],
  [
    'charged, and its entry denies it',
    failed('no', { entries: [{ ...entry, charged: 'no' }] }),
    { lost: 1 },
  ],
  [
    'taken twice',
    saved({ posts: [undefined, 200], accepted: 2, charges: 2 }),
    { paidTwice: 1, sentTwice: 1 },
  ],
  ['sent again after an error', saved({ posts: [500, 200] }), { sentTwice: 1 }],
])('counts a task that was %s', (_name, task, counts) => {
  expect(judgeTask(task)).toMatchObject(counts);
});

test('sums up all tasks', () => {
  const tasks = [
    saved(),
    failed('unknown', { prompt: 'Pier 2', entries: [entry] }),
    failed('unknown', { prompt: 'Pier 3', files: [file] }),
    failed('no', { ...free, prompt: 'Pier 4', posts: [422] }),
    failed('no', { prompt: 'Pier 5' }),
  ];
  expect(judgeSoak(tasks, 0)).toEqual({
    ...{ tasks: 5, accepted: 4, charged: 4, saved: 1, savedLater: 1 },
    told: [
      ['network, charged: unknown', 2],
      ['network, charged: no', 2],
    ],
    ...{ lost: 1, paidTwice: 0, sentTwice: 0 },
    untrue: ['Pier 5: network was told as free, and is charged'],
  });
});

test('a POST that broke off unread is the last of a task of which nobody knows', () => {
  const silent = failed('unknown', { ...free, posts: [429], entries: [entry] });
  expect(judgeSoak([saved(), silent], 1).sentTwice).toBe(0);
  expect(judgeSoak([saved(), silent], 2).sentTwice).toBe(1);
});
