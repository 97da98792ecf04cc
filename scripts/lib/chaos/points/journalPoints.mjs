import { after, before, half, onePicture, unknown } from '../moments.mjs';

const nothing = { posts: 0, files: 0 };
const notSent = { ...unknown, posts: 0 };

/** What is to come out when the state is written, and when it is not, where that is no picture. */
const phases = [
  { phase: 'queued', unwritten: nothing },
  { phase: 'sending', written: notSent },
  { phase: 'running', unwritten: unknown },
  { phase: 'ready' },
  { phase: 'saving' },
  { phase: 'saved' },
];

/** The kills at the transitions of the journal: before each, in the middle of its writing, and after it. */
export const journalPoints = [
  ...phases.flatMap(({ phase, unwritten, written }) => [
    onePicture(`journal: before ${phase} is written`, before('journal-draft', { phase }), {
      expected: unwritten,
    }),
    onePicture(`journal: ${phase} half written`, half('journal-draft', { phase }), {
      expected: unwritten,
    }),
    onePicture(`journal: ${phase} written, not in place`, before('journal', { phase }), {
      expected: unwritten,
    }),
    onePicture(`journal: ${phase} in place`, after('journal', { phase }), { expected: written }),
  ]),
  onePicture('journal: before the removal', before('removal')),
  onePicture('journal: after the removal', after('removal')),
];
