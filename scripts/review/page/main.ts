// The address and the reader's doings → screens and acts.
import { type Child, h } from '../../explorer/nodes/node.ts';
import { announce, byId, make } from '../../explorer/page/dom.ts';
import type { BlindClaim } from '../../votes/blindClaim.ts';
import type { ClaimView } from '../claimView.ts';
import { type Outcome, openApi, type QueueAnswer } from './api.ts';
import { CONFIDENCES, choose, readField, VERDICT_KEYS } from './form.ts';
import { showQueue } from './queueView.ts';
import { sayWrites, showSettle } from './settleView.ts';
import { showVote } from './voteView.ts';

/** Milliseconds between two looks at whether the labels have changed. */
const LOOK_EVERY = 3000;

type Screen = { name: 'queue' } | { name: 'vote' | 'settle'; id: string };

function parseScreen(hash: string): Screen {
  const [, name, id] = /^#(vote|settle)\/(.+)$/.exec(hash) ?? [];
  return id === undefined ? { name: 'queue' } : { name: name as 'vote' | 'settle', id: decodeURIComponent(id) };
}

function start(token: string): void {
  const api = openApi(token);
  /** The claims that this page has shown, as they were then: what a conflict is compared with. */
  const seen = new Map<string, BlindClaim>();
  /** Claims voted on in this sitting, the last at the end. */
  const voted: string[] = [];
  let queue: QueueAnswer;
  let view: ClaimView | null = null;
  let hasKeys = true;
  /** What is being done; null where the page waits for its reader. */
  let doing: Promise<void> | null = null;
  let handedIn: Child = null;
  /** What the server had when the page was drawn. */
  let generation = 0;

  /** Draws a screen; the focus goes to its heading, so that a screen reader begins there. */
  function draw(children: Child): void {
    byId('main').replaceChildren(...make('div', {}, children).childNodes);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
    const keys = document.querySelector<HTMLInputElement>('#keys');
    if (keys) keys.checked = hasKeys;
    document.documentElement.dataset['ready'] = '';
  }

  async function show(screen: Screen, draft: object | null = null): Promise<void> {
    delete document.documentElement.dataset['ready'];
    if (screen.name === 'queue') {
      view = null;
      await renewQueue();
      document.title = 'Queue – Review';
      draw(showQueue(queue, handedIn));
      return;
    }
    await renewGeneration();
    const before = seen.get(screen.id) ?? null;
    view = await api.claim(screen.id);
    if (view === null) return draw([h('h1', { tabindex: -1 }, 'Not here'), h('p', {}, 'There is no such claim.')]);
    const waits = view.own?.state === 'waits' || view.open?.settling?.noted?.waits === true;
    drawClaim(screen.name, draft, waits ? { before } : null);
  }

  /** The labels as they are now; what was chosen and not saved stays. */
  async function loadAgain(): Promise<void> {
    const form = document.querySelector<HTMLFormElement>('#form');
    const fields = ['verdict', 'confidence', 'note', 'reason', 'justification'];
    const draft = form && Object.fromEntries(fields.map((name) => [name, readField(form, name)]));
    await renewQueue();
    await show(parseScreen(location.hash), draft);
  }

  async function renewGeneration(): Promise<void> {
    generation = await api.generation();
    byId('stale').hidden = true;
  }

  /** Now and then: whether something has changed under the page. */
  async function look(): Promise<void> {
    if (doing !== null || document.hidden) return;
    const now = await api.generation().catch(() => generation);
    if (doing === null && now !== generation) byId('stale').hidden = false;
  }

  function drawClaim(
    name: 'vote' | 'settle',
    draft: never | null | object,
    conflict: { before: BlindClaim | null } | null,
  ) {
    if (view === null) return;
    seen.set(view.shown.id, view.shown);
    document.title = `${name === 'vote' ? 'Vote' : 'Claim'}: ${view.shown.id} – Review`;
    if (name === 'vote') draw(showVote(view, queue.verdicts, draft as never, conflict));
    else draw(showSettle(view, queue.verdicts, draft as never, conflict));
    sayWhatIsWritten();
  }

  async function renewQueue(): Promise<void> {
    queue = await api.queue();
    generation = queue.generation;
    byId('stale').hidden = true;
    showPending();
  }

  function showPending(): void {
    const { votes, settlements, fixes } = queue.pending;
    const all = votes.length + settlements.length + fixes.length;
    byId('who').textContent = `${queue.annotator}${queue.blind ? ', blind' : ''}: ${all} not handed in`;
    byId<HTMLButtonElement>('hand-in').disabled = all === 0;
  }

  function sayError(text: string): void {
    const error = document.querySelector('#error');
    if (error) error.textContent = text;
    else announce(text);
  }

  function takeIn(outcome: Outcome): boolean {
    if (outcome.kind === 'refused') sayError(outcome.message);
    if (outcome.kind !== 'done') return false;
    queue = { ...queue, pending: outcome.pending };
    showPending();
    return true;
  }

  async function save(form: HTMLFormElement): Promise<void> {
    if (view === null) return;
    const screen = parseScreen(location.hash);
    const { id } = view.shown;
    const before = view.shown;
    const verdict = readField(form, 'verdict');
    if (verdict === null) return sayError('Choose a verdict.');
    const confidence = readField(form, 'confidence');
    const note = readField(form, 'note');
    const reason = readField(form, 'reason');
    const justification = readField(form, 'justification');
    if (screen.name === 'vote') {
      if (confidence === null) return sayError('Choose how sure you are.');
      const outcome = await api.act('vote', { claim: id, digest: view.digest, verdict, confidence, note });
      if (outcome.kind === 'changed') {
        view = outcome.now;
        return drawClaim('vote', { verdict, confidence, note }, { before });
      }
      if (!takeIn(outcome)) return;
      voted.push(id);
      announce(`Noted: ${verdict} on ${id}.`);
      return go(view.next === null ? '#queue' : `#vote/${view.next}`);
    }
    if (screen.name !== 'settle' || view.open === null) return;
    if (reason === null) return sayError('Say what decided.');
    const digest = view.open.digest;
    const outcome = await api.act('settle', { claim: id, digest, verdict, reason, justification });
    if (outcome.kind === 'changed') {
      view = outcome.now;
      return drawClaim('settle', { verdict, reason, justification }, { before });
    }
    if (!takeIn(outcome)) return;
    announce(`Noted: ${id} is settled as ${verdict}.`);
    go('#queue');
  }

  async function undo(): Promise<void> {
    const screen = parseScreen(location.hash);
    const of = screen.name === 'settle' ? 'settle' : 'vote';
    const own = screen.name === 'vote' && view?.own?.state !== undefined && view.own.state !== 'handed in';
    const id = screen.name === 'settle' || own ? view?.shown.id : voted.at(-1);
    if (id === undefined) return sayError('There is nothing to take back.');
    if (!takeIn(await api.act('undo', { claim: id, of }))) return;
    const at = voted.lastIndexOf(id);
    if (of === 'vote' && at >= 0) voted.splice(at, 1);
    announce(`Taken back: ${id}.`);
    await go(`#${of}/${id}`);
  }

  async function skip(): Promise<void> {
    if (view !== null) await go(view.next === null ? '#queue' : `#vote/${view.next}`);
  }

  async function fix(code: string, isUndone: boolean): Promise<void> {
    if (view === null) return;
    const { shown, digest } = view;
    const outcome = isUndone
      ? await api.act('undo', { claim: shown.id, of: 'fix' })
      : await api.act('fix', { claim: shown.id, digest, code });
    if (outcome.kind === 'changed') announce('The claim has changed: look at it again.');
    if (takeIn(outcome)) announce(isUndone ? 'It will not be applied.' : 'It is applied when you hand in.');
    await show(parseScreen(location.hash));
  }

  async function handIn(): Promise<void> {
    const handed = await api.handIn();
    if ('message' in handed) handedIn = h('p', { class: 'alarm' }, handed.message);
    else {
      const { votes, settlements, fixes, waiting, refused } = handed;
      handedIn = [
        h('p', { id: 'handed-in' }, `Handed in: ${votes} votes, ${settlements} settlements, ${fixes} fixes.`),
        waiting.length > 0 && h('p', {}, `${waiting.length} wait to be confirmed.`),
        refused.length > 0 &&
          h(
            'ul',
            { class: 'alarm' },
            refused.map(({ claim, code, message }) =>
              h('li', {}, [claim, code].filter(Boolean).join(' '), ' ', h('bdi', {}, message)),
            ),
          ),
      ];
      announce(`Handed in: ${votes} votes, ${settlements} settlements, ${fixes} fixes.`);
      voted.length = 0;
    }
    await go('#queue');
    handedIn = null;
  }

  async function go(hash: string): Promise<void> {
    if (location.hash !== hash) history.pushState(null, '', hash);
    await show(parseScreen(hash));
  }

  function sayWhatIsWritten(): void {
    const form = document.querySelector<HTMLFormElement>('#form');
    const settling = view?.open?.settling;
    const line = document.querySelector('#writes');
    if (form && settling && line) line.textContent = sayWrites(settling, readField(form, 'verdict'));
  }

  /** One act after the other: a key that is held down votes once. */
  async function act(work: () => Promise<void> | void): Promise<void> {
    if (doing !== null) return;
    doing = perform(work);
    await doing;
    doing = null;
  }

  async function perform(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      sayError(`The server does not answer. ${error instanceof Error ? error.message : ''}`);
    }
  }

  /** An act that is not lost where the one before it still goes on. */
  async function actAfter(work: () => Promise<void>): Promise<void> {
    await doing;
    await act(work);
  }

  addEventListener('popstate', () => void act(() => show(parseScreen(location.hash))));
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    void act(() => save(event.target as HTMLFormElement));
  });
  document.addEventListener('change', (event) => {
    const { id, checked } = event.target as HTMLInputElement;
    if (id === 'keys') hasKeys = checked;
    sayWhatIsWritten();
  });
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    const { fix: code, unfix } = button.dataset;
    if (button.id === 'hand-in') void actAfter(handIn);
    else if (button.id === 'load-again') void act(loadAgain);
    else if (button.id === 'skip') void act(skip);
    else if (button.id === 'undo') void act(undo);
    else if (code !== undefined) void act(() => fix(code, false));
    else if (unfix !== undefined) void act(() => fix(unfix, true));
  });
  document.addEventListener('keydown', (event) => {
    const form = document.querySelector<HTMLFormElement>('#form');
    if (!form || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      return void act(() => save(form));
    }
    const isTyping = (event.target as Element).matches('input[type="text"]');
    if (event.ctrlKey || isTyping || !hasKeys) return;
    const verdict = queue.verdicts[VERDICT_KEYS.indexOf(event.key)];
    const confidence = CONFIDENCES.find(([, key]) => key === event.key);
    if (event.key.length === 1 && verdict) choose(form, 'verdict', verdict.id);
    else if (confidence) choose(form, 'confidence', confidence[0]);
    else if (event.key === 's' && parseScreen(location.hash).name === 'vote') void act(skip);
    else if (event.key === 'z') void act(undo);
    else return;
    event.preventDefault();
    sayWhatIsWritten();
  });
  setInterval(() => void look(), LOOK_EVERY);
  void act(async () => {
    await renewQueue();
    await show(parseScreen(location.hash));
  });
}

const token = /^#token=([0-9a-f]{32})$/.exec(location.hash)?.[1];
if (token === undefined) {
  byId('main').replaceChildren(
    make('h1', {}, 'Open the printed address'),
    make('p', {}, 'This page forgets its token when it is loaded again. Open the address that the terminal shows.'),
  );
} else {
  // In the address it would stay in the history, and in a bookmark.
  history.replaceState(null, '', '#queue');
  start(token);
}
