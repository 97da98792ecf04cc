import { openCodecs } from '../codecs/codecs';
import { paint } from './painter/painter';
import type { Task } from './task';

/** Pictures kept in memory; one that is asked for later is painted again, the same. */
const MAX_KEPT_PICTURES = 8;

/** A function that paints a task's picture once and gives the same bytes to who asks again. */
export function createPainter(wasmFolder?: string): (task: Task) => Promise<Uint8Array> {
  const codecs = openCodecs(wasmFolder);
  const kept = new Map<string, Promise<Uint8Array>>();
  return (task) => {
    const known = kept.get(task.id);
    if (known !== undefined) return known;
    const picture = paint(task, codecs);
    kept.set(task.id, picture);
    picture.catch(() => kept.delete(task.id));
    for (const id of kept.keys()) {
      if (kept.size <= MAX_KEPT_PICTURES) break;
      kept.delete(id);
    }
    return picture;
  };
}
