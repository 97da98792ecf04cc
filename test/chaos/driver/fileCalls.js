const fs = require('node:fs');
const { stepOf } = require('./moments');

const { appendFileSync, writeSync } = fs;

const names = ['rename', 'link', 'rm', 'appendFile'];

/**
 * Tells `onMoment` of `{ step, phase?, when, finish? }`: before and after each call of `node:fs/promises` that has a
 * name here, and half way through those that write: `finish` writes the first half then.
 */
exports.watchFiles = (onMoment) => {
  for (const name of names) {
    replace(fs.promises, name, (original) => (...args) => {
      const path = String(args[0]);
      const half = name === 'appendFile' && (() => appendFileSync(path, halfOf(args[1])));
      const done = watch(onMoment, { name, path, args, half });
      return original(...args).then(done);
    });
  }
  replace(fs.promises, 'open', (original) => (...args) => {
    const path = String(args[0]);
    const done = watch(onMoment, { name: 'open', path, args });
    return original(...args).then((handle) => {
      watchHandle(handle, path, onMoment);
      return done(handle);
    });
  });
};

/** A file that is open: records are written whole, pictures piece by piece. */
function watchHandle(handle, path, onMoment) {
  replace(handle, 'writeFile', (original) => (...args) => {
    const half = () => writeSync(handle.fd, halfOf(args[0]));
    const done = watch(onMoment, { name: 'writeFile', path, args, half });
    return original.apply(handle, args).then(done);
  });
  replace(handle, 'write', (original) => (...args) => {
    const [data, offset, length, position] = args;
    const half = () => writeSync(handle.fd, data, offset, Math.ceil(length / 2), position);
    const done = watch(onMoment, { name: 'write', path, args, half });
    return original.apply(handle, args).then(done);
  });
}

/** Tells of the moments before and half way; what it returns tells of the one after, and passes a result on. */
function watch(onMoment, { half, ...call }) {
  const step = stepOf(call);
  if (step === undefined) return (result) => result;
  onMoment({ ...step, when: 'before' });
  if (half) onMoment({ ...step, when: 'half', finish: half });
  return (result) => {
    onMoment({ ...step, when: 'after' });
    return result;
  };
}

function replace(owner, name, make) {
  owner[name] = make(owner[name]);
}

function halfOf(data) {
  return data.slice(0, Math.ceil(data.length / 2));
}
