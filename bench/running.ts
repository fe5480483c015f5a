// A process that runs, on Linux → what it has used so far.
import { readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second. */
const TICKS = 100;

/** Milliseconds of processor, its own and the system's for it. */
export function processorOf(pid: number): number {
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(words[11]) + Number(words[12])) / TICKS) * 1000;
}

/** Megabytes: `VmRSS` now, `VmHWM` at most. */
export function memoryOf(pid: number, what: string): number {
  const line = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}
