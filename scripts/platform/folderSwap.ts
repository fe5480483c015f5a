// A folder and a function that writes its successor → the folder with all of the old files or all of the new ones.
//
// Beside the target `x` stand, while it is replaced and with the lock held:
//   .x.veritable-staging    the new folder, whole or not: never trusted, always safe to remove
//   .x.veritable-previous   the old folder, always whole: put back where `x` is not there
//   .x.veritable-discarded  the old folder, being removed
// An unfinished swap is undone, not finished: then nothing depends on whether the staging folder was complete.

import { access, chmod, constants, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { ensureFolder, statOrNull, syncFolder, syncTree, walkFolder } from './files.ts';
import { type LockOptions, withLock } from './lock.ts';
import { siblingPath } from './siblings.ts';
import { explainFailure, isSystemError, UserError } from './userError.ts';

/** What has just been done on the way to a new folder; what follows has not begun. */
export type SwapStep =
  | 'locked'
  | 'settled'
  | 'staged'
  | 'filled'
  | 'synced'
  | 'set aside'
  | 'in place'
  | 'discarded'
  | 'removed';

/** What a recovery did with an unfinished replacement: there was none; the old folder stays; the new one stays. */
export type Recovery = 'nothing to do' | 'undone' | 'finished';

export interface ReplaceOptions<T> extends LockOptions {
  /**
   * Tells which entries of the old folder may go with it: asked for each file, link and empty folder by its path
   * relative to the folder, with `/`. One that is not owned stops the replacement.
   */
  owned: (path: string) => boolean;
  /** Asked with the result of `fill`: whether the old folder stays after all. */
  keep?: (result: T) => boolean;
  /** Called after each step, before the next begins. */
  onStep?: (step: SwapStep) => void;
}

interface Places {
  parent: string;
  target: string;
  staging: string;
  previous: string;
  discarded: string;
}

/**
 * Replaces a folder, or makes it with its parents, by one that `fill` writes whole into an empty staging folder; gives
 * the result of `fill`. After a kill or a power cut at any moment, recoverFolder finds the old folder or the new one
 * whole. The new folder has the old one's permissions. Only one process at a time gets as far as `fill`.
 *
 * Nothing is changed, and an error thrown, where `fill` throws (its error passes unchanged); where the target is a
 * file, a link or not writable, or the old folder holds an entry that is not `owned`, also one that came while
 * `fill` was running (UserError); or where another process does not end within the wait (UserError).
 */
export async function replaceFolder<T>(
  target: string,
  fill: (staging: string) => Promise<T>,
  options: ReplaceOptions<T>,
): Promise<T> {
  const places = placesAround(target);
  const { onStep = () => {}, owned, keep = () => false } = options;
  await ensureFolder(places.parent);
  return withLock(
    places.target,
    async () => {
      onStep('locked');
      await settle(places);
      onStep('settled');
      let result: T;
      try {
        await refuseForeign(places.target, places.target, owned);
        await makeStaging(places);
        onStep('staged');
        result = await fill(places.staging);
        onStep('filled');
        if (keep(result)) {
          await settle(places);
          return result;
        }
        await putInPlace(places, owned, onStep);
      } catch (error) {
        // The first error is the one to tell; what cannot be cleaned now, the next command's recovery tries again.
        await settle(places).catch(() => {});
        throw error;
      }
      await discardPrevious(places, onStep);
      return result;
    },
    options,
  );
}

/**
 * Puts right what a killed replaceFolder has left: call it before anything reads or writes the folder. Waits for
 * a replacement that is under way. Writes nothing, and needs no permission to, where there is nothing to put right.
 */
export async function recoverFolder(target: string, options: LockOptions = {}): Promise<Recovery> {
  const places = placesAround(target);
  if (!(await hasLeftovers(places))) return 'nothing to do';
  return withLock(places.target, () => settle(places), options);
}

function putInPlace(
  places: Places,
  owned: ReplaceOptions<unknown>['owned'],
  onStep: (step: SwapStep) => void,
): Promise<void> {
  const { parent, target, staging, previous } = places;
  return explainFailure(`cannot replace ${target}`, async () => {
    await syncTree(staging);
    onStep('synced');
    if ((await statOrNull(target)) !== null) {
      await rename(target, previous);
      await syncFolder(parent);
      onStep('set aside');
      // From here on nobody can add to the old folder by its name: the last look, while it can still be undone.
      await refuseForeign(previous, target, owned);
    }
    await rename(staging, target);
    await syncFolder(parent);
    onStep('in place');
  });
}

/** Removes the old folder, the new one being in place. Renames it first: half of an old folder must not be put back. */
function discardPrevious({ parent, target, previous, discarded }: Places, onStep: (step: SwapStep) => void) {
  return explainFailure(`${target} is complete, but the folder that it replaced cannot be removed`, async () => {
    if ((await statOrNull(previous)) === null) return;
    await rename(previous, discarded);
    await syncFolder(parent);
    onStep('discarded');
    await rm(discarded, { recursive: true });
    onStep('removed');
  });
}

/** Ends, with the lock held, whatever an earlier replacement left unfinished. */
function settle(places: Places): Promise<Recovery> {
  const { parent, target, staging, previous, discarded } = places;
  return explainFailure(`cannot check ${target} for an unfinished replacement`, async () => {
    const now = await look(target);
    const setAside = (await look(previous)) !== 'absent';
    const undo = (setAside && now !== 'filled') || (await statOrNull(staging)) !== null;
    const finish = setAside || (await statOrNull(discarded)) !== null;
    await rm(discarded, { recursive: true, force: true });
    if (setAside && now !== 'filled') {
      // A target that is there but holds nothing can be somebody's fresh `mkdir`: no reason to drop the old folder.
      // Windows renames nothing onto it, so that it has to go first.
      if (now === 'empty') await rmdir(target);
      await rename(previous, target);
      await syncFolder(parent);
    }
    await discardPrevious(places, () => {});
    await rm(staging, { recursive: true, force: true });
    if (undo) return 'undone';
    return finish ? 'finished' : 'nothing to do';
  });
}

async function makeStaging({ target, staging }: Places): Promise<void> {
  await explainFailure(`cannot replace ${target}`, async () => {
    const old = await statOrNull(target);
    // Whoever made the folder read-only wants it to stay; and its files could not be removed.
    if (old !== null) await access(target, constants.W_OK);
    await mkdir(staging);
    // Before anything is in it: what was not for everybody's eyes must not be for a moment.
    if (old !== null) await chmod(staging, old.mode & 0o7777);
  });
}

async function refuseForeign(folder: string, shownAs: string, owned: ReplaceOptions<unknown>['owned']): Promise<void> {
  if ((await statOrNull(folder)) === null) return;
  const foreign: string[] = [];
  for await (const { path, kind } of walkFolder(folder)) {
    if (kind !== 'folder' && !owned(path)) foreign.push(path);
    // Enough to know it by; the folder may be somebody's home.
    if (foreign.length > 3) break;
  }
  if (foreign.length === 0) return;
  const names = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? ', …' : '');
  throw new UserError(
    `${shownAs} holds what this command has not written: ${names}. ` +
      'Nothing was changed: move it away, or name another folder.',
  );
}

async function look(path: string): Promise<'absent' | 'empty' | 'filled'> {
  const stat = await statOrNull(path);
  if (stat === null) return 'absent';
  if (stat.isSymbolicLink()) throw new UserError(`${path} is a link, not a folder: name the folder that it leads to.`);
  if (!stat.isDirectory()) throw new UserError(`${path} is a file, not a folder.`);
  return (await readdir(path)).length === 0 ? 'empty' : 'filled';
}

async function hasLeftovers({ parent, target }: Places): Promise<boolean> {
  const prefix = basename(siblingPath(target, ''));
  return explainFailure(`cannot read the folder ${parent}`, async () => {
    try {
      return (await readdir(parent)).some((name) => name.startsWith(prefix));
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return false;
      throw error;
    }
  });
}

function placesAround(path: string): Places {
  const target = resolve(path);
  const parent = dirname(target);
  if (parent === target) throw new UserError(`${target} cannot be replaced: it is the root of the file system.`);
  return {
    parent,
    target,
    staging: siblingPath(target, 'staging'),
    previous: siblingPath(target, 'previous'),
    discarded: siblingPath(target, 'discarded'),
  };
}
