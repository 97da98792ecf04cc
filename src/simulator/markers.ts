import type { FaultRule } from './faults';

/** What `[simulate: name]` in a prompt makes of its task, for trying things out by hand. */
const markers: Readonly<Record<string, readonly FaultRule[]>> = {
  'request-moderated': [
    atOnce('Request Moderated', { 'Moderation Reasons': ['Content Policy Violation'] }),
  ],
  'content-moderated': [
    ending('Content Moderated', { 'Moderation Reasons': ['Derivative Works Filter'] }),
  ],
  error: [ending('Error', { error: 'The generation failed.' })],
  failed: [ending('Failed', null)],
  'task-not-found': [atOnce('Task not found', null)],
  'unknown-status': [{ on: 'poll', fault: { kind: 'status', status: 'Dreaming' }, times: 3 }],
  'never-ready': [atOnce('Pending', null)],
  'ready-without-sample': [
    { on: 'poll', fault: { kind: 'ready-without-sample' }, whenReady: true },
  ],
  'bad-key': [{ on: 'create', fault: { kind: 'http', status: 403 } }],
  'no-credit': [{ on: 'create', fault: { kind: 'http', status: 402 } }],
  'rate-limited': [{ on: 'create', fault: { kind: 'http', status: 429, retryAfter: 2 } }],
  'server-error': [{ on: 'create', fault: { kind: 'http', status: 500 } }],
  'not-json': [{ on: 'create', fault: { kind: 'not-json' } }],
  'connection-reset': [{ on: 'create', fault: { kind: 'reset', when: 'after-body' } }],
  'expired-link': [{ on: 'download', fault: { kind: 'expired' } }],
  'not-an-image': [{ on: 'download', fault: { kind: 'html' } }],
  'truncated-download': [{ on: 'download', fault: { kind: 'truncated' } }],
  'slow-download': [{ on: 'download', fault: { kind: 'slow', pieces: 50, pauseMs: 200 } }],
};

/** What happens to a picture happens when it is there. */
function ending(status: string, details: unknown): FaultRule {
  return { ...atOnce(status, details), whenReady: true };
}

/** What happens to a request happens at once. */
function atOnce(status: string, details: unknown): FaultRule {
  return { on: 'poll', fault: { kind: 'status', status, details } };
}

/** The rules that a prompt asks for by its markers; a name that is not known asks for none. */
export function rulesInPrompt(prompt: string): readonly FaultRule[] {
  const names = [...prompt.matchAll(/\[simulate: *([a-z-]+) *\]/gi)];
  return names.flatMap((match) => markers[match[1]?.toLowerCase() ?? ''] ?? []);
}
