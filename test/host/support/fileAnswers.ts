import type { Choice, FileDialogs, ListWords } from '../../../src/host/derive/fileDialogs';

/** What a person does at each step, in order; what was shown is kept. */
interface Answers {
  /** The label that is picked. */
  readonly picks: readonly string[];
  readonly typed?: readonly string[];
  /** Labels that are unticked. */
  readonly without?: readonly string[];
  /** Leaves where the files are shown. */
  readonly leaves?: true;
  /** Cancels after that many files. */
  readonly cancelsAfter?: number;
  /** The button that is pressed on each message. */
  readonly presses?: readonly string[];
}

/** Dialogs in which a person answers so. */
export function fileAnswers({
  picks,
  typed = [],
  without = [],
  leaves,
  cancelsAfter,
  presses = [],
}: Answers) {
  const [nextPicks, nextTyped, nextPresses] = [[...picks], [...typed], [...presses]];
  const told: string[] = [];
  const buttons: string[][] = [];
  const refused: string[] = [];
  const files: Choice<unknown>[] = [];
  const lists: ListWords[] = [];
  const dialogs: FileDialogs = {
    tell: (_kind, message, ...offered) => {
      told.push(message);
      buttons.push([...offered]);
      const wanted = nextPresses[0];
      const isOffered = wanted !== undefined && offered.includes(wanted);
      return Promise.resolve(isOffered ? nextPresses.shift() : undefined);
    },
    pick: (_words, choices) => {
      const label = nextPicks.shift();
      const found = choices.find((choice) => choice.label === label);
      if (label !== undefined && found === undefined) throw new Error(`no choice ${label}`);
      return Promise.resolve(found?.value);
    },
    pickMany: (words, choices) => {
      lists.push(words);
      files.push(...choices);
      const kept = choices.filter(
        ({ label, picked }) => picked === true && !without.includes(label),
      );
      return Promise.resolve(leaves ? undefined : kept.map(({ value }) => value));
    },
    ask: async (box) => {
      const text = nextTyped.shift() ?? box.value;
      const problem = await box.validateInput?.(text ?? '');
      if (problem === undefined || problem === null) return text;
      refused.push(typeof problem === 'string' ? problem : problem.message);
      return undefined;
    },
    showCancelable: (_title, work) => {
      const controller = new AbortController();
      return work(controller.signal, (done) => {
        if (done === cancelsAfter) controller.abort();
      });
    },
  };
  return { dialogs, told, buttons, refused, files, lists };
}
