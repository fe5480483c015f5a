// A release that has been written → what is left to do by hand, as commands of git.
import { listUncommitted } from '../platform/workingTree.ts';
import { shellWord } from '../values/shellWord.ts';
import { isWrittenByRelease } from './writeRelease.ts';

/**
 * How what the release wrote is committed, tagged and pushed, a command a line; none where it is committed already.
 * @param home the folder of the project
 */
export function listNextSteps(home: string, version: string): string[] {
  const written = listUncommitted(home).filter(isWrittenByRelease);
  if (written.length === 0) return [];
  const names = [...new Set(written.map((path) => path.replace(/\/.*/s, '')))].sort();
  const git = home === '.' ? 'git' : `git -C ${shellWord(home)}`;
  return [
    `${git} add ${names.join(' ')}`,
    `${git} commit -m "Version ${version}"`,
    `${git} tag -a v${version} -m "Version ${version}"`,
    `${git} push --atomic origin HEAD v${version}`,
  ];
}
