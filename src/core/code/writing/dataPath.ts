import { writtenPath } from '../writtenPath';
import type { WriteReference } from './picture';

/** A path as a string of JSON, which is one of YAML too. */
export const jsonPath: WriteReference = ({ path }, at) => ({
  text: JSON.stringify(writtenPath(path, at, at.project, 'path')),
});

/** A path as YAML has it: bare where nothing in it could mean anything else. */
export const yamlPath: WriteReference = (picture, at, span) => {
  const path = writtenPath(picture.path, at, at.project, 'path');
  return /^[\w./][\w./@ -]*\.\w+$/.test(path) ? { text: path } : jsonPath(picture, at, span);
};

/** A path as it is. */
export const barePath: WriteReference = ({ path }, at) => ({
  text: writtenPath(path, at, at.project, 'path'),
});
