// Numbers and marks → a picture: two drawings of different width and the table behind them.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** A table of texts and numbers: what a screen reader reads and what is saved as CSV. */
export interface PictureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A picture of the dataset; `svg` is null where there is nothing to draw, and `note` says why. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly table: PictureTable;
  readonly svg: { readonly wide: string; readonly narrow: string } | null;
}

/** Widths in CSS pixels: a column of text, and a telephone held upright (360 less the margins). */
const WIDTHS = { wide: 720, narrow: 328 } as const;

export type Width = keyof typeof WIDTHS;

/**
 * Draws a plot at both widths. Colours are `currentColor` or custom properties of the page, so that one drawing serves
 * light, dark and print; the page's style sheet stands in for Plot's own, which its policy would refuse.
 * @param label what a screen reader says in place of the drawing.
 */
export function drawPicture(
  label: string,
  options: (width: Width) => Plot.PlotOptions,
): { wide: string; narrow: string } {
  const draw = (width: Width): string => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const svg = Plot.plot({ document, className: 'plot', width: WIDTHS[width], ...options(width) });
    svg.querySelector('style')?.remove();
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    // Parts of a drawing that is named as a whole may not carry names of their own.
    for (const part of svg.querySelectorAll('g')) {
      for (const name of ['aria-label', 'aria-description', 'aria-hidden']) part.removeAttribute(name);
    }
    return svg.toString();
  };
  return { wide: draw('wide'), narrow: draw('narrow') };
}

/** Keeps a name's direction from turning the signs beside it (Unicode's first strong isolate). */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Cuts a label that would not fit; the table beside the drawing has it whole. */
export function shorten(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters
    ? text
    : `${all
        .slice(0, characters - 1)
        .join('')
        .trimEnd()}…`;
}
