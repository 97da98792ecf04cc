import type { Declaration } from 'postcss';

import type { ImageDetails } from '../imageAt';

/** How large the rule of a background shows it, in px, as far as it says: its own size, else the box's. */
export function sizeInRule({ parent }: Declaration): ImageDetails {
  const values = new Map<string, string>();
  for (const node of parent?.nodes ?? []) {
    if (node.type === 'decl') values.set(node.prop.toLowerCase(), node.value);
  }
  const [width, height] = values.get('background-size')?.trim().split(/\s+/) ?? [];
  const own = { width: px(width), height: px(height) };
  if (own.width !== undefined || own.height !== undefined) return own;
  return { width: px(values.get('width')), height: px(values.get('height')) };
}

function px(length: string | undefined): number | undefined {
  const digits = /^(\d{1,5})(?:\.\d+)?px$/i.exec(length?.trim() ?? '')?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
