import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second, on every machine that it runs on. */
const MS_PER_TICK = 10;

/** What a process has used of the processor until now, in ms. Linux alone. */
export async function cpuMsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  // The name in brackets may hold anything; utime and stime are the 12th and 13th after it (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

/** The most memory that a process has had at once, in bytes. Linux alone. */
export async function peakMemoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
