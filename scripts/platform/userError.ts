// A problem that a person can solve → an error whose message is all that they need to see.

/**
 * A wrong argument, a missing permission, a folder in use: shown without a stack, and the command ends with
 * `exitCode`.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode = 2;
}

/**
 * Runs `work`; where the operating system refuses something, throws a UserError that reads "`failure`: permission
 * denied".
 * Every other error passes unchanged: it is either a UserError already or a fault of the program, which needs its
 * stack.
 * @param failure what could not be done, with the path: "cannot read raw/articles"
 */
export async function explainFailure<T>(failure: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UserError(`${failure}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Node writes "EACCES: permission denied, open '/some/path'": the middle is the sentence for a person. */
export function reasonOf({ message }: Error): string {
  return /^[A-Z0-9]+: (.+?)(?:, |$)/.exec(message)?.[1] ?? message;
}

/** Tells whether `error` comes from the operating system, with one of `codes` ("ENOENT") where any are named. */
export function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return false;
  return codes.length === 0 || codes.includes(String(error.code));
}
