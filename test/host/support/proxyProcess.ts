import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';

export interface ProxyOptions {
  /** The port of this machine that stands behind every name. */
  readonly targetPort: number;
  /** `user:password`, where it asks for some. */
  readonly credentials?: string;
  /** What it answers with instead of 200. */
  readonly status?: number;
  /** It reads the request and answers nothing. */
  readonly manner?: 'silent' | 'hanging up';
  /** Makes it an https proxy. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

/** What a proxy gets to see. */
export interface ProxySight {
  readonly heads: readonly { readonly line: string; readonly headers: IncomingHttpHeaders }[];
  /** All that went to the targets, as latin-1. */
  readonly bytes: string;
}

export interface ProxyProcess {
  /** Host and port. */
  readonly host: string;
  readonly sight: () => Promise<ProxySight>;
  readonly end: () => Promise<void>;
}

/** Starts a proxy in a process of its own. */
export async function startProxy(options: ProxyOptions): Promise<ProxyProcess> {
  const child = startProcess('proxy', options);
  const { port } = await messageOf<{ readonly port: number }>(child);
  return {
    host: `127.0.0.1:${port}`,
    sight: () => {
      child.send('sight');
      return messageOf<ProxySight>(child);
    },
    end: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** Runs `*.process.ts` of this folder; desktop editors run their own program as Node only when told so. */
export function startProcess(name: string, options: unknown, env: NodeJS.ProcessEnv = {}) {
  const file = join(__dirname, 'support', `${name}.process.js`);
  return fork(file, [JSON.stringify(options)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...env },
    execArgv: [],
  });
}

/** The next message of a process. */
export async function messageOf<T>(child: ReturnType<typeof fork>): Promise<T> {
  const [message] = (await once(child, 'message')) as [T];
  return message;
}
