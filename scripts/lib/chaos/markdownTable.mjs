import { cellsOf, headings, problemsOf, sumOf } from './table.mjs';

/** The results as a part of a page: with what they were made, the table, what the columns mean, and the problems if any. */
export function markdownOf(results, versions) {
  const sum = cellsOf(sumOf(results));
  const problems = results.flatMap((result) =>
    problemsOf(result).map((problem) => `- ${result.name}: ${problem}`),
  );
  return [
    'Written by `npm run chaos`. The packaged extension runs in a real VS Code server, its extension host is killed ' +
      '(`SIGKILL`) at the moment that the line names, the window is opened again, and what the service, the disk and ' +
      'the extension’s records say in the end is counted. The service is the simulator, in another process.',
    versions.map(([what, version]) => `- ${what}: ${version}`).join('\n'),
    [row(headings), row(headings.map(alignment)), ...results.map((one) => row(cellsOf(one)))]
      .concat(row(sum.map((cell) => `**${cell}**`)))
      .join('\n'),
    meanings.map(([heading, meaning]) => `- **${heading}**: ${meaning}`).join('\n'),
    problems.length === 0
      ? 'All came out as it should.'
      : ['### Problems', '', ...problems].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

const meanings = [
  ['tasks', 'pictures that were ordered.'],
  ['POSTs', 'requests for a picture that reached the service.'],
  ['charged', 'tasks that the service accepted and was paid for.'],
  ['saved', 'distinct whole pictures in the assets folder, all of them in the history, once.'],
  [
    'told',
    'tasks that the panel shows as ended, with “may have been charged” and the ways on: nobody knows whether the ' +
      'POST arrived, so it is not sent again.',
  ],
  ['lost', 'charged tasks that are neither saved nor told.'],
  ['paid twice', 'charges beyond one per ordered picture.'],
  ['left over', 'temporary files that are still there in the end.'],
];

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function alignment(_heading, index) {
  return index === 0 ? '---' : '---:';
}
