// Commands → the outside: where reports and progress go.

/** Reports go to `out` (stdout), progress and notes to `err` (stderr). */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether reports may carry colour. */
  colour: boolean;
  /** Whether a person watches stderr, so that progress is worth showing. */
  interactive: boolean;
}

/**
 * Whether reports carry colour: `--color` and `--no-color` first, then FORCE_COLOR (as Node reads it), then NO_COLOR
 * (https://no-color.org) and a terminal that knows no colour, then whether there is a terminal.
 */
export function wantsColour(
  argv: readonly string[],
  { FORCE_COLOR, NO_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (argv.includes('--no-color')) return false;
  if (argv.includes('--color')) return true;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if ((NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb') return false;
  return isTerminal;
}
