import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The cells of each row of the tables in a Markdown text, without their heads. */
function rowsIn(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  const rows = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.filter((cells, n) => !isRule(cells) && !isRule(rows[n + 1] ?? []));
}

function isRule(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}

function sectionOf(page: string, title: string): string {
  return page.split(/^(?=## )/m).find((part) => part.startsWith(`## ${title}\n`)) ?? '';
}

it('the README quotes what the bench has measured: section, figure, peer and ratio', async () => {
  const [readme, results] = await Promise.all(
    ['README.md', 'test/bench/RESULTS.md'].map((file) => readFile(join(root, file), 'utf8')),
  );
  const quoted = rowsIn(sectionOf(readme ?? '', 'Measured'));
  expect(quoted.length).toBeGreaterThan(3);
  for (const [title = '', figure, peer, ratio] of quoted) {
    const measured = rowsIn(sectionOf(results ?? '', title)).map((row) => [row[0], row[3], row[4]]);
    expect(measured, title).toContainEqual([figure, peer, ratio]);
  }
});
