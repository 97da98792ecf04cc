import { Input } from 'postcss';
import type { Root } from 'postcss';
import LessParser from 'postcss-less/lib/LessParser.js';

/**
 * Reads Less that has no comments to the line's end, with the places of its nodes. `parse` of postcss-less corrects those
 * places for such comments, which takes a time quadratic in the length of the sheet, with comments and without.
 */
export function parseLess(less: string): Root {
  const parser = new LessParser(new Input(less, { map: false }));
  parser.parse();
  return parser.root;
}
