const { readFileSync } = require('node:fs');

/** What is done to files by a call that has a name here; `undefined` for all other calls. */
exports.stepOf = ({ name, path, args }) => {
  if (name === 'rename') {
    const [, target] = args.map(String);
    if (isEntry(target)) return { step: 'journal', phase: phaseOf(readFileSync(path, 'utf8')) };
    if (target.endsWith('queue.json')) return { step: 'queue' };
    if (target.endsWith('.lock')) return { step: 'lock' };
  }
  if (name === 'writeFile' && isDraftOfEntry(path)) {
    return { step: 'journal-draft', phase: phaseOf(args[0]) };
  }
  if (name === 'rm' && isEntry(path)) return { step: 'removal' };
  if (name === 'link') return { step: 'link' };
  if (name === 'appendFile' && path.endsWith('history.jsonl')) return { step: 'history' };
  if (path.endsWith('.flux-part')) return { step: `part-${name}` };
  return undefined;
};

/** Whether this is the moment that the plan names: `{ step, when, phase? }`, `when` being before, half or after. */
exports.isHere = ({ step, when, phase }, moment) =>
  moment.step === step && moment.when === when && (phase === undefined || moment.phase === phase);

function isEntry(path) {
  return /[\\/]journal[\\/][^\\/]+\.json$/.test(path);
}

/** Beside the entry until it is renamed. */
function isDraftOfEntry(path) {
  return /[\\/]journal[\\/][^\\/]+\.json\.[^\\/]*tmp[^\\/]*$/.test(path);
}

function phaseOf(text) {
  return JSON.parse(String(text)).state.phase;
}
