import { writtenPath } from '../writtenPath';
import type { WriteReference } from './picture';

/** A path as a string of JSON, which is one of YAML too. */
export const jsonPath: WriteReference = ({ path }, at) => ({
  text: JSON.stringify(writtenPath(path, at, at.project, 'path')),
});

/** A path or URL as YAML has it: bare where nothing in it could mean anything else. */
export function yamlScalar(path: string): string {
  return /^[\w./][\w./@% +-]*\.\w+(?:\?[\w.=&%-]*)?$/.test(path) ? path : JSON.stringify(path);
}

/** A path as a scalar of YAML. */
export const yamlPath: WriteReference = ({ path }, at) => ({
  text: yamlScalar(writtenPath(path, at, at.project, 'path')),
});

/** A path as it is. */
export const barePath: WriteReference = ({ path }, at) => ({
  text: writtenPath(path, at, at.project, 'path'),
});
