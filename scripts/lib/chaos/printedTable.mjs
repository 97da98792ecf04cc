import { cellsOf, headings, problemsOf } from './table.mjs';

/** Prints a table line by line as its results come. `names` are those of all points, for the width of the first column. */
export class PrintedTable {
  constructor(names, print = console.log) {
    this.print = print;
    const first = Math.max(...names.map((name) => name.length), headings[0].length);
    this.widths = headings.map((heading, index) => (index === 0 ? first : heading.length));
  }

  begin() {
    this.#line(headings);
    this.print(this.widths.map((width) => '─'.repeat(width)).join('  '));
  }

  add(result) {
    this.#line(cellsOf(result));
    for (const problem of problemsOf(result)) this.print(`    ! ${problem}`);
  }

  end(sum) {
    this.print(this.widths.map((width) => '─'.repeat(width)).join('  '));
    this.#line(cellsOf(sum));
  }

  #line(cells) {
    const padded = cells.map((cell, index) =>
      index === 0 ? cell.padEnd(this.widths[0]) : cell.padStart(this.widths[index]),
    );
    this.print(padded.join('  '));
  }
}
