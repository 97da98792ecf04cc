import { writtenPath } from '../writtenPath';
import { oneLine } from '../nameWords';
import type { WriteReference } from './picture';

/** `![alt](url)`, also for MDX, where braces and angle brackets are code. */
export const markdownImage: WriteReference = ({ path, alt }, at) => ({
  text: `![${escapeMarkdown(alt)}](${writtenPath(path, at, at.project, 'url')})`,
});

/** Every sign that may mean something to Markdown or to a template language around it. */
function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\[\]`*_<>!&|~${}#]/g, (character) => `\\${character}`);
}
