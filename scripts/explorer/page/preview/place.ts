// The place of a reader in a view → the same place once the view has been drawn again.
import { byId } from '../dom.ts';

/** Draws again, and keeps what is open, what has the focus, and where the text stands on the screen. */
export async function keepPlace(redraw: () => Promise<void>): Promise<void> {
  const main = byId('main');
  const before = nameAll(main);
  const scroll = scrollY;
  const focused = before.find(({ element }) => element === document.activeElement)?.name;
  // A view's first words stay where they are; inside of it, what the reader sees topmost does.
  const anchor = scroll === 0 ? undefined : before.find(({ element }) => isSeen(element));
  const top = anchor?.element.getBoundingClientRect().top ?? 0;
  const open = new Map(before.flatMap(({ element, name }) => (isDetails(element) ? [[name, element.open]] : [])));
  await redraw();
  const after = new Map(nameAll(main).map(({ element, name }) => [name, element]));
  for (const [name, isOpen] of open) {
    const element = after.get(name);
    if (element && isDetails(element)) element.open = isOpen;
  }
  if (focused !== undefined) after.get(focused)?.focus({ preventScroll: true });
  const held = anchor && after.get(anchor.name);
  scrollTo(0, held && isShown(held) ? scrollY + held.getBoundingClientRect().top - top : scroll);
}

interface Named {
  readonly element: HTMLElement;
  readonly name: string;
}

/** Elements by which a place is known, each with a name that it has again when it is drawn again. */
function nameAll(main: HTMLElement): Named[] {
  const seen = new Map<string, number>();
  const elements = main.querySelectorAll<HTMLElement>('h1, h2, h3, a, button, input, select, summary, details');
  return [...elements].map((element) => {
    const value = element instanceof HTMLInputElement ? element.value : '';
    const text = /^(?:H\d|BUTTON|SUMMARY)$/.test(element.tagName) ? element.textContent : '';
    const words = isDetails(element) ? element.querySelector('summary')?.textContent : text;
    const own = [element.tagName, element.id, element.getAttribute('href'), value, words].join(' ');
    const count = seen.get(own) ?? 0;
    seen.set(own, count + 1);
    return { element, name: `${own} ${count}` };
  });
}

function isDetails(element: HTMLElement): element is HTMLDetailsElement {
  return element instanceof HTMLDetailsElement;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return isShown(element) && bottom > 0 && top < innerHeight;
}
