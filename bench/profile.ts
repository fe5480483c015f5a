// A cold build on one thread → the share of its time that each part of the program takes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `node --cpu-prof` writes, as far as it is read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

/** Seconds by part: a folder of `scripts/`, the system's name for what stands in no file, or `others`. */
export type Shares = Map<string, number>;

/** Profiles a command, which must begin with the path of node, and adds up the time by part. */
export function profile([node = '', ...command]: readonly string[]): Shares {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-profile-'));
  try {
    const { status, stderr } = spawnSync(node, ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...command], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The profiled command ended with ${status}:\n${stderr.slice(-600)}`);
    const shares: Shares = new Map();
    for (const name of readdirSync(folder)) addUp(JSON.parse(readFileSync(join(folder, name), 'utf8')), shares);
    return shares;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Time that V8 spends for itself is a part of its own; what the system does counts for whoever asked for it. */
const OWN_PARTS = new Map([
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'start and compilation'],
]);

function addUp({ nodes, samples, timeDeltas }: Profile, shares: Shares): void {
  const partOf = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, asked: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const { functionName, url, lineNumber } = node.callFrame;
    const part =
      OWN_PARTS.get(functionName) ?? (url.startsWith('file:') ? partAt(fileURLToPath(url), lineNumber) : asked);
    partOf.set(id, part);
    for (const child of node.children ?? []) visit(child, part);
  };
  const [root] = nodes;
  if (root) visit(root.id, 'start and compilation');
  for (const [i, sample] of samples.entries()) {
    if (byId.get(sample)?.callFrame.functionName === '(idle)') continue;
    const part = partOf.get(sample) ?? 'others';
    shares.set(part, (shares.get(part) ?? 0) + (timeDeltas[i] ?? 0) / 1e6);
  }
}

const modules = new Map<string, { line: number; part: string }[]>();

/** The folder of the source that a line of a compiled file comes from: the compiler names each source in a comment. */
function partAt(file: string, line: number): string {
  let marks = modules.get(file);
  if (!marks) {
    marks = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, i) => {
        const part = /^\/\/ (?:scripts\/([^/]+)\/|(node_modules)\/)/.exec(text);
        return part ? [{ line: i, part: part[1] ?? 'others' }] : [];
      });
    modules.set(file, marks);
  }
  return marks.findLast((mark) => mark.line <= line)?.part ?? 'others';
}

/** A line for each part that takes at least a hundredth, the largest first. */
export function tabulateShares(shares: Shares): string {
  const all = [...shares.values()].reduce((sum, seconds) => sum + seconds, 0);
  const parts = [...shares].sort(([, a], [, b]) => b - a).filter(([, seconds]) => seconds >= all / 100);
  const lines = parts.map(([part, seconds]) => `| ${part} | ${((100 * seconds) / all).toFixed(0)} % |`);
  return `| part | share |\n| --- | ---: |\n${lines.join('\n')}`;
}
