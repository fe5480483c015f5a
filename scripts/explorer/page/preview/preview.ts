// News of a served preview → the open page as it would be if it were loaded now, at the place where its reader is.
import { type Child, h } from '../../nodes/node.ts';
import { countFindings, showFindings } from '../../parts/findings.ts';
import { PARTS, type PartTable, type ShownFinding, type ShownFindings } from '../../preview/news.ts';
import { formatView, parseView, type View } from '../../view/viewState.ts';
import { announce, byId, draw } from '../dom.ts';
import { openStore as openOnce, type Store } from '../store.ts';
import { keepPlace } from './place.ts';
import { renewList } from './renewedList.ts';

/** Findings that the panel draws at most. */
const DRAWN = 200;
/** Where the scroll is kept while the page is loaded again. */
const PLACE = 'veritable-place';

let latest: Store;
let shown: ShownFindings = { findings: [], behind: null };

/** A store that gives what the newest one gives, whoever holds it. */
export async function openStore(): Promise<Store> {
  latest = await openOnce();
  return new Proxy({} as Store, { get: (_, name) => Reflect.get(latest, name) });
}

/**
 * Listens for news and takes it in.
 * @param redraw draws the view that is open, from the store as it is now
 */
export function followNews(redraw: () => Promise<void>): void {
  let have: PartTable = JSON.parse(byId(PARTS.table).textContent ?? '{}');
  let wanted: PartTable = have;
  let taking = Promise.resolve();
  const scroll = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (scroll !== null) scrollTo(0, Number(scroll));

  const take = async (): Promise<void> => {
    const table = wanted;
    if (table[PARTS.frame] !== have[PARTS.frame]) {
      sessionStorage.setItem(PLACE, String(scrollY));
      location.reload();
      return;
    }
    const names = Object.keys(table).filter((name) => table[name] !== have[name]);
    const texts = await Promise.all(names.map((name) => fetchPart(table[name] ?? '')));
    const parts = new Map(texts.flatMap((text, at) => (text === null ? [] : [[names[at] ?? '', text]])));
    // One of them has gone in the meantime: other news is under way.
    if (parts.size < names.length) return;
    have = table;
    const findings = parts.get(PARTS.findings);
    if (findings !== undefined) shown = JSON.parse(findings);
    parts.delete(PARTS.findings);
    await keepPlace(async () => {
      if (parts.size > 0) {
        for (const [name, text] of parts) replacePart(name, text);
        latest = await openOnce();
        await renewList();
        await redraw();
      }
      placeFindings(parseView(location.hash));
    });
    drawPanel();
    if (names.length > 0) announce(`${shown.behind ?? 'Shown as it is now.'} ${countFindings(shown.findings)}.`);
  };

  const events = new EventSource('/changes');
  events.onmessage = ({ data }) => {
    wanted = JSON.parse(data);
    taking = taking.then(take).catch((error: unknown) => drawPanel(`What is new could not be shown: ${error}`));
  };
  events.onopen = () => drawPanel();
  events.onerror = () => drawPanel('The preview has ended, or does not answer. What is shown may be out of date.');
}

/** Views that the page holds from the beginning are drawn again; the store reads whatever else lies in the page. */
function replacePart(name: string, text: string): void {
  if (name === PARTS.home || name === PARTS.pictures) {
    const view: Child = JSON.parse(text);
    byId(name).replaceChildren(...draw(h('div', {}, view)).childNodes);
    return;
  }
  const block = draw(h('div', { id: name, hidden: true }, text));
  const before = document.getElementById(name);
  if (before) before.replaceWith(block);
  else document.body.append(block);
}

/** Puts the findings of a claim, or of an article with its claims, where a view shows it. */
export function placeFindings(view: View): void {
  const box = byId('view');
  box.querySelector('#view-findings')?.remove();
  if (view.name !== 'claim' && view.name !== 'article') return;
  const key = view.name;
  const own = shown.findings.filter((finding) => finding[key] === view.id);
  if (own.length === 0) return;
  const section = draw(
    h(
      'section',
      { class: 'part', id: 'view-findings', 'aria-labelledby': 'view-findings-heading' },
      h('h2', { id: 'view-findings-heading' }, `Findings (${own.length})`),
      showFindings({ link: formatView }, own, view.name === 'article'),
    ),
  );
  const reasons = box.querySelector('.reasons');
  if (reasons) reasons.prepend(section);
  else box.querySelector('h1')?.after(section);
}

/** The list of all findings, folded up at the lower edge of the page. */
function drawPanel(trouble?: string): void {
  const panel = byId('findings');
  const { findings, behind } = shown;
  const wasOpen = panel.querySelector('details')?.open ?? false;
  const more = findings.length - DRAWN;
  const say = trouble ?? behind;
  panel.replaceChildren(
    draw(
      h(
        'details',
        { open: wasOpen },
        h('summary', {}, countFindings(findings), say !== null && h('span', { class: 'behind', dir: 'auto' }, say)),
        showList(findings.slice(0, DRAWN)),
        more > 0 && h('p', {}, `And ${more} more: \`npm run validate\` lists them all.`),
      ),
    ),
  );
  panel.hidden = findings.length === 0 && say === null;
}

function showList(findings: readonly ShownFinding[]): Child {
  return h(
    'div',
    { class: 'all', tabindex: 0, role: 'region', 'aria-label': 'All findings' },
    showFindings({ link: formatView }, findings, true),
  );
}

/** Null where there is no such part any more. */
async function fetchPart(digest: string): Promise<string | null> {
  const answer = await fetch(`/parts/${digest}`);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return answer.text();
}
