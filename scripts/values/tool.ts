// package.json of the program → its name and version, and what a project calls its commands.
import metadata from '../../package.json' with { type: 'json' };

/** The program as a package: a dataset says which one made it. */
export const TOOL = { name: metadata.name, version: metadata.version } as const;

/** Commands that work on the sources of the program, and the one that has been run once there is a project. */
const NOT_IN_A_PROJECT = new Set(['generate', 'new-rule', 'init']);

/** This repository's scripts by name, as a project has them where the program is installed. */
export function listProjectScripts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata.scripts).flatMap(([name, script]) => {
      const command = /^node scripts\/launch\.js (.+)$/.exec(script)?.[1];
      return command === undefined || NOT_IN_A_PROJECT.has(name) ? [] : [[name, `${metadata.name} ${command}`]];
    }),
  );
}
