/**
 * What is to be said of a point whose tasks have ended: the `account`, what was `ordered`, what is `lost` and what was
 * `paidTwice`, and `problems`: one sentence for each thing that should have been otherwise.
 */
export function verdictOf({ orders, expected }, account) {
  const ordered = orders.reduce((sum, { count = 1 }) => sum + count, 0);
  const { charges, files, told } = account;
  // An entry that says that nothing was charged tells of no picture.
  const owned = files + told.filter((charged) => charged !== 'no').length;
  const verdict = {
    ...account,
    ordered,
    lost: Math.max(0, charges - owned),
    paidTwice: Math.max(0, charges - ordered),
    sentTwice: sentTwice(orders, account.prompts),
  };
  return { ...verdict, problems: [...damage(verdict), ...differences(verdict, expected)] };
}

/** POSTs of a prompt beyond the pictures that were ordered of it. */
function sentTwice(orders, prompts) {
  return [...new Set(prompts)].reduce((sum, prompt) => {
    const wanted = orders.filter((order) => order.prompt === prompt);
    const ordered = wanted.reduce((all, { count = 1 }) => all + count, 0);
    return sum + Math.max(0, prompts.filter((one) => one === prompt).length - ordered);
  }, 0);
}

function damage(verdict) {
  return [
    [verdict.lost, 'lost'],
    [verdict.paidTwice, 'paid twice'],
    [verdict.sentTwice, 'sent twice'],
    [verdict.doubles, 'saved twice'],
    [verdict.broken, 'saved broken'],
    [verdict.unlisted, 'missing in the history'],
    [verdict.twiceListed, 'twice in the history'],
  ]
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`);
}

/** `expected` names `posts`, `files` and `told` where they are not one file for each task, or `any` of both. */
function differences({ ordered, posts, files, told }, expected = {}) {
  if (expected.any) {
    const ends = files + told.length;
    return ends === ordered && posts <= ordered ? [] : [`${ends} ends of ${ordered} tasks`];
  }
  const wanted = { posts: ordered, files: ordered, told: [], ...expected };
  return [
    [posts, wanted.posts, 'POSTs'],
    [files, wanted.files, 'files'],
    [told.join() || 'nothing', wanted.told.join() || 'nothing', 'told in entries'],
  ]
    .filter(([is, should]) => is !== should)
    .map(([is, should, what]) => `${is} ${what} instead of ${should}`);
}
