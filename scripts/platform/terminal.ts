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
