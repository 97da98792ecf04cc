import type { File, Node } from '@babel/types';

import type { ImageReference } from '../imageReference';
import type { ImageDetails } from './imageAt';
import { markupIn } from './jsx/jsxMarkup';
import { moduleImage } from './jsx/moduleImages';
import { shownModule } from './jsx/shownModules';
import { styleImages } from './jsx/styleImages';
import { nodesWithin, syntaxTreeOf } from './jsx/syntaxTree';
import { imagesInMarkup } from './markup/imagesInMarkup';

/**
 * The images of a script: what its JSX shows, what it imports. Other strings of it are none: what they are for is not
 * known. The extension of `path` says what it is written in: TypeScript, JavaScript, either with JSX. `said` is what
 * markup outside the script says of the images that it imports, by their names.
 */
export function findInJsx(
  text: string,
  path: string,
  said: ReadonlyMap<string, ImageDetails> = new Map(),
): readonly ImageReference[] {
  const file = syntaxTreeOf(text, path);
  try {
    return file === undefined ? [] : imagesIn(text, path, file, said);
  } catch {
    // Deeper than the stack is.
    return [];
  }
}

function imagesIn(
  text: string,
  path: string,
  file: File,
  saidElsewhere: ReadonlyMap<string, ImageDetails>,
): readonly ImageReference[] {
  const nodes = nodesWithin(file.program);
  const shown = new Map<Node | string, ImageDetails>(saidElsewhere);
  for (const node of nodes) {
    const [module, said] = shownModule(text, node) ?? [];
    if (module !== undefined && said !== undefined && !shown.has(module)) shown.set(module, said);
  }
  return [
    ...imagesInMarkup({ text, path, embedded: {} }, markupIn(text, file.program)),
    ...nodes.flatMap((node) => moduleImage(text, node, shown) ?? styleImages(text, node)),
  ].sort((a, b) => a.start - b.start);
}
