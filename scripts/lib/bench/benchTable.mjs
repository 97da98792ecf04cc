import { cpus, loadavg, platform, release } from 'node:os';

const heads = ['figure', 'ours', 'peer', '', 'ratio', 'limit', 'spread'];

/** A part's rows as a Markdown table with aligned columns; what is over its limit is marked. */
export function benchTable(rows) {
  const cells = [
    heads,
    ...rows.map(({ figure, ours, peer, peerName, ratio, limit, spread }) => [
      figure,
      ours,
      peer,
      peerName,
      ratio.toFixed(2),
      limit === undefined ? '' : `${limit}${ratio > limit ? ' **over**' : ''}`,
      spread === undefined ? '' : `± ${Math.round(spread * 100)} %`,
    ]),
  ];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column].length), 3));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [
    line(cells[0]),
    line(widths.map((width) => '-'.repeat(width))),
    ...cells.slice(1).map(line),
  ].join('\n');
}

/** What the figures were measured on, in a line. */
export function benchMachine() {
  const [cpu] = cpus();
  const system = `${platform()} ${release()}`;
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${system}, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)} at the start.`;
}

/** The page of results with one part's section in the place of its last one. */
export function withBenchSection(page, { title, about, table, machine, date }) {
  const section = `## ${title}\n\n${about}\n\n${table}\n\n${date}, ${machine}\n`;
  const sections = page.split(/^(?=## )/m);
  const at = sections.findIndex((each) => each.startsWith(`## ${title}\n`));
  if (at === -1) sections.push(section);
  else sections[at] = section;
  return `${sections.map((each) => each.trimEnd()).join('\n\n')}\n`;
}
