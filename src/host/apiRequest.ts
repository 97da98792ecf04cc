import * as vscode from 'vscode';
import type { Failure } from '../core/api/failure';
import type { GenerateRequest } from './api';

/** More pictures than anybody means in one call; a slip of the pen must not fill the host's memory. */
const MOST_PICTURES = 1000;

/** A caller's request as it was meant; callers are not always TypeScript, so each part is looked at. */
export function parseRequest(value: unknown): GenerateRequest | Failure {
  if (!isRecord(value)) return refused('The request must be an object with a prompt.');
  const { prompt, model, parameters, references, count, target } = value;
  if (model !== undefined && typeof model !== 'string') return refused('model must be text.');
  if (parameters !== undefined && !isRecord(parameters)) {
    return refused('parameters must be an object.');
  }
  if (references !== undefined && !isUris(references)) {
    return refused('references must be an array of vscode.Uri.');
  }
  if (target !== undefined && !(target instanceof vscode.Uri)) {
    return refused('target must be a vscode.Uri.');
  }
  if (count !== undefined && typeof count !== 'number') return refused('count must be a number.');
  if (count !== undefined && count > MOST_PICTURES) {
    return refused(`count must be ${String(MOST_PICTURES)} or less.`);
  }
  return {
    // What is no text is no prompt; the request check says so.
    prompt: typeof prompt === 'string' ? prompt : '',
    ...(model === undefined ? {} : { model }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(references === undefined ? {} : { references }),
    ...(count === undefined ? {} : { count }),
    ...(target === undefined ? {} : { target }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUris(value: unknown): value is readonly vscode.Uri[] {
  return Array.isArray(value) && value.every((each) => each instanceof vscode.Uri);
}

function refused(cause: string): Failure {
  return { code: 'invalid-request', charged: 'no', cause };
}
